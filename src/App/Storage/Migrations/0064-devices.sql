-- Browsers that keep copies of their person's desk, encrypted, for when there is no network.
create table devices (
    id             uuid        not null primary key,
    institution_id uuid        not null references institutions deferrable initially deferred,
    person_id      uuid        not null references people deferrable initially deferred,
    name           text        not null,
    state          smallint    not null,
    enrolled_at    timestamptz not null,
    contact_at     timestamptz not null,
    ended_at       timestamptz,
    wiped_at       timestamptz
);
create index devices_person on devices (person_id, enrolled_at);
create index devices_institution on devices (institution_id, contact_at);
