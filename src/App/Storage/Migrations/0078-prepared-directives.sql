-- What an assistant wrote down for a leader to confirm. One waits for each document and leader; what became of the earlier ones stays.
create table prepared_directives (
    id                uuid        not null primary key,
    institution_id    uuid        not null references institutions deferrable initially deferred,
    document_id       uuid        not null references documents deferrable initially deferred,
    leader_id         uuid        not null,
    leader_name       text        not null,
    holder_id         uuid        not null,
    preparer_id       uuid        not null,
    preparer_name     text        not null,
    preparer_position text        not null,
    typed             text        not null,
    planned           text        not null,
    state             smallint    not null,
    prepared_at       timestamptz not null,
    version           integer     not null
);
create index prepared_directives_document on prepared_directives (document_id, state);

alter table directives add column prepared_by_id uuid;
alter table directives add column prepared_by text;
alter table directives add column prepared_at timestamptz;
