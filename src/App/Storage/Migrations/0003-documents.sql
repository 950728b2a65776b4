create table documents (
    id             uuid        not null primary key,
    institution_id uuid        not null references institutions deferrable initially deferred,
    direction      smallint    not null,
    state          smallint    not null,
    secrecy        smallint    not null,
    urgency        smallint    not null,
    kind           smallint    not null,
    kind_name      text        not null,
    book_unit_id   uuid        not null,
    book           text        not null,
    year           integer,
    number         integer,
    code_number    text        not null,
    code_notation  text        not null,
    issuer_code    text        not null,
    issuer_name    text        not null,
    subject        text        not null,
    signer_name    text        not null,
    signer_title   text        not null,
    promulgated_on date,
    pages          integer     not null,
    packet_id      text,
    source         smallint    not null,
    author_id      uuid        not null,
    holder_id      uuid,
    deadline       date,
    due_noon       boolean     not null,
    due_rule       text        not null,
    arrived_at     timestamptz not null,
    registered_at  timestamptz,
    issued_at      timestamptz,
    closed_at      timestamptz,
    outcome        text        not null,
    words          text        not null,
    version        integer     not null
);
create unique index documents_book on documents (book_unit_id, book, year, number);
create index documents_issuer on documents (institution_id, issuer_code, code_number, code_notation);
create index documents_packet on documents (institution_id, issuer_code, packet_id);

create table document_links (
    document_id uuid     not null references documents deferrable initially deferred,
    other_id    uuid     not null references documents deferrable initially deferred,
    kind        smallint not null,
    primary key (document_id, other_id, kind)
);
create index document_links_other on document_links (other_id);

create table attachments (
    id           uuid        not null primary key,
    document_id  uuid        not null references documents deferrable initially deferred,
    version      integer     not null,
    place        integer     not null,
    role         smallint    not null,
    name         text        not null,
    media_type   text        not null,
    size_bytes   bigint      not null,
    sha256       text        not null,
    oddities     text        not null,
    check_report text,
    added_by     uuid        not null,
    added_at     timestamptz not null
);
create index attachments_document on attachments (document_id, version, place);
create index attachments_sha256 on attachments (sha256);

-- Who held it, as what, since when. Never deleted: "at some time" is enough to see.
create table participations (
    document_id uuid        not null references documents deferrable initially deferred,
    holder_id   uuid        not null,
    role        smallint    not null,
    since       timestamptz not null,
    primary key (document_id, holder_id, role)
);

-- What is open, and with whom; the desk is derived from it.
create table open_work (
    document_id uuid        not null references documents deferrable initially deferred,
    holder_id   uuid        not null,
    task        smallint    not null,
    due         date        not null,
    since       timestamptz not null,
    primary key (document_id, holder_id, task)
);

-- Appended in the step's transaction, folded by a worker.
create table document_count_changes (
    reader_id uuid     not null,
    state     smallint not null,
    secrecy   smallint not null,
    change    smallint not null
);
create table document_counts (
    reader_id uuid     not null,
    state     smallint not null,
    secrecy   smallint not null,
    n         bigint   not null,
    primary key (reader_id, state, secrecy)
);

-- Who looked at what; no step in the office, so not in the journal.
create table access_log (
    id             uuid        not null primary key,
    institution_id uuid        not null,
    person_id      uuid        not null,
    document_id    uuid        not null,
    what           text        not null,
    at             timestamptz not null
);
create index access_log_document on access_log (document_id, at);

create table registered_counts (
    institution_id uuid    not null,
    unit_id        uuid    not null,
    day            date    not null,
    documents      integer not null,
    primary key (unit_id, day)
);
