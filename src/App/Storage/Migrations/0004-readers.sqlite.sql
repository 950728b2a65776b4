create table document_readers (
    reader_id   uuid     not null,
    document_id uuid     not null,
    secrecy     smallint not null,
    primary key (reader_id, document_id)
) without rowid;

create table desk (
    reader_id   uuid     not null,
    due         date     not null,
    document_id uuid     not null,
    task        smallint not null,
    secrecy     smallint not null,
    primary key (reader_id, due, document_id, task)
) without rowid;
