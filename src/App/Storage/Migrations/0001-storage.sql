create table number_series (
    institution_id uuid    not null,
    owner_id       uuid    not null,
    book           text    not null,
    year           integer not null,
    last           integer not null,
    primary key (owner_id, book, year)
);

-- The changes are text, not jsonb: jsonb would respell them and their hash would no longer fit.
create table journal (
    institution_id  uuid        not null,
    sequence        integer     not null,
    at              timestamptz not null,
    actor_id        uuid        not null,
    actor_name      text        not null,
    position        text        not null,
    acting_for      uuid,
    unit_id         uuid        not null,
    deed            text        not null,
    subject_kind    text        not null,
    subject_id      uuid        not null,
    case_id         uuid        not null,
    state_before    text,
    state_after     text        not null,
    holder_before   uuid,
    holder_after    uuid,
    deadline_before date,
    deadline_after  date,
    changes         text        not null,
    changes_sha256  bytea       not null,
    primary key (institution_id, sequence)
);
create index journal_case on journal (case_id, sequence);

create table outbox (
    id             uuid        not null primary key,
    institution_id uuid        not null,
    kind           text        not null,
    body           text        not null,
    due_at         timestamptz not null,
    attempts       integer     not null,
    problem        text
);
create index outbox_due on outbox (due_at);

create table repeated_requests (
    institution_id uuid        not null,
    person_id      uuid        not null,
    key            text        not null,
    input_sha256   bytea       not null,
    subject_id     uuid        not null,
    at             timestamptz not null,
    primary key (institution_id, person_id, key)
);
