create table drafts (
    document_id    uuid    not null primary key references documents deferrable initially deferred,
    unit_id        uuid    not null,
    signer_id      uuid    not null,
    capacity       text    not null,
    grounds        text    not null,
    body           text    not null,
    is_uploaded    boolean not null,
    version        integer not null,
    signed_version integer,
    places         text    not null
);

create table draft_versions (
    document_id uuid        not null references documents deferrable initially deferred,
    version     integer     not null,
    subject     text        not null,
    grounds     text        not null,
    body        text        not null,
    receivers   text        not null,
    saved_by    text        not null,
    saved_at    timestamptz not null,
    primary key (document_id, version)
);

create table draft_remarks (
    id          uuid        not null primary key,
    document_id uuid        not null references documents deferrable initially deferred,
    version     integer     not null,
    deed        text        not null,
    text        text        not null,
    person_id   uuid        not null,
    person_name text        not null,
    position    text        not null,
    at          timestamptz not null
);
create index draft_remarks_document on draft_remarks (document_id);

create table document_receivers (
    document_id   uuid    not null references documents deferrable initially deferred,
    place         integer not null,
    code          text    not null,
    name          text    not null,
    is_electronic boolean not null,
    is_copy       boolean not null,
    primary key (document_id, place)
);
