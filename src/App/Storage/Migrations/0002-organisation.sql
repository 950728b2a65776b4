create table institutions (
    id              uuid not null primary key,
    institution_id  uuid not null,
    code            text not null,
    name            text not null,
    short_name      text not null,
    superior_name   text not null,
    place           text not null,
    root_unit_id    uuid not null,
    records_unit_id uuid not null
);
create unique index institutions_code on institutions (code);

create table units (
    id             uuid    not null primary key,
    institution_id uuid    not null references institutions deferrable initially deferred,
    parent_id      uuid    references units deferrable initially deferred,
    below_id       uuid    not null, -- The pigeonhole of everything in it and below it.
    below_ready    boolean not null, -- False while a reorganisation is still rewriting its rows.
    name           text    not null,
    code           text    not null,
    place          integer not null
);
create unique index units_below on units (below_id);
create unique index units_code on units (institution_id, code);

create table people (
    id             uuid     not null primary key,
    institution_id uuid     not null references institutions deferrable initially deferred,
    name           text     not null,
    clearance      smallint not null
);

create table positions (
    id             uuid    not null primary key,
    institution_id uuid    not null references institutions deferrable initially deferred,
    person_id      uuid    not null references people deferrable initially deferred,
    unit_id        uuid    not null references units deferrable initially deferred,
    title          text    not null,
    role           text    not null,
    is_head        boolean not null,
    sees_below     boolean not null,
    from_on        date    not null,
    until_on       date
);
create index positions_person on positions (person_id);
create index positions_unit on positions (unit_id);

create table delegations (
    id             uuid        not null primary key,
    institution_id uuid        not null references institutions deferrable initially deferred,
    from_person_id uuid        not null references people deferrable initially deferred,
    to_person_id   uuid        not null references people deferrable initially deferred,
    unit_id        uuid        references units deferrable initially deferred, -- Only this position's unit; null: all, and the giver's own tasks.
    ceiling        smallint    not null,
    from_at        timestamptz not null,
    until_at       timestamptz not null,
    revoked_at     timestamptz
);
create index delegations_to on delegations (to_person_id);

create table accounts (
    person_id      uuid    not null primary key references people deferrable initially deferred,
    institution_id uuid    not null references institutions deferrable initially deferred,
    user_name      text    not null,
    password_hash  text,
    security_stamp text    not null,
    failures       integer not null,
    locked_until   timestamptz,
    disabled_at    timestamptz
);
create unique index accounts_user_name on accounts (user_name);

create table api_tokens (
    id             uuid        not null primary key,
    institution_id uuid        not null references institutions deferrable initially deferred,
    person_id      uuid        not null references accounts deferrable initially deferred,
    name           text        not null,
    sha256         bytea       not null,
    created_at     timestamptz not null,
    expires_at     timestamptz not null,
    revoked_at     timestamptz
);
create unique index api_tokens_sha256 on api_tokens (sha256);
create index api_tokens_person on api_tokens (person_id);
