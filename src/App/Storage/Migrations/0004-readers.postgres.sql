create table document_readers (
    reader_id   uuid     not null,
    document_id uuid     not null,
    secrecy     smallint not null,
    primary key (reader_id, document_id) include (secrecy)
) with (autovacuum_vacuum_insert_scale_factor = 0.01);

create table desk (
    reader_id   uuid     not null,
    due         date     not null,
    document_id uuid     not null,
    task        smallint not null,
    secrecy     smallint not null,
    primary key (reader_id, due, document_id, task) include (secrecy)
);
alter table documents set (fillfactor = 90);
