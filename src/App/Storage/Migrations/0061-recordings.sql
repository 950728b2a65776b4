-- What leaders said. Rows of recordings never change; an unsent one goes after a day, a secret one at once.
create table recordings (
    id               uuid        not null primary key,
    institution_id   uuid        not null references institutions deferrable initially deferred,
    document_id      uuid        not null references documents deferrable initially deferred,
    speaker_id       uuid        not null,
    speaker_name     text        not null,
    speaker_position text        not null,
    media_type       text        not null,
    sha256           text        not null,
    size_bytes       bigint      not null,
    duration_ms      integer     not null check (duration_ms > 0),
    peaks            text        not null,
    made_at          timestamptz not null
);
create index recordings_document on recordings (document_id, made_at);

create table transcripts (
    id             uuid        not null primary key references recordings deferrable initially deferred,
    institution_id uuid        not null references institutions deferrable initially deferred,
    document_id    uuid        not null references documents deferrable initially deferred,
    source         smallint    not null,
    engine         text        not null,
    heard          text        not null,
    words          text        not null,
    problem        text,
    made_at        timestamptz not null,
    confirmed_by   uuid,
    confirmed_name text        not null,
    confirmed_at   timestamptz,
    version        integer     not null,
    check ((confirmed_by is null) = (confirmed_at is null))
);

alter table directives add column recording_id uuid references recordings deferrable initially deferred;
alter table directives add column recording_sha256 text;
create unique index directives_recording on directives (recording_id);

create table speaking_rules (
    id                uuid        not null primary key references institutions deferrable initially deferred,
    institution_id    uuid        not null,
    browser_may_hear  boolean     not null,
    changed_by        text        not null,
    changed_at        timestamptz not null,
    version           integer     not null
);
