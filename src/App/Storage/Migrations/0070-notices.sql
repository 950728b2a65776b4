-- What people are told: nothing of a document but which one. Numbered for each person, in the order in which the rows were committed.
create table notices (
    id             uuid        not null primary key,
    institution_id uuid        not null references institutions deferrable initially deferred,
    person_id      uuid        not null,
    number         integer     not null,
    kind           smallint    not null,
    document_id    uuid        not null references documents deferrable initially deferred,
    task           smallint,
    holder_id      uuid,
    assignment_id  uuid,
    deed           text        not null,
    by_name        text        not null,
    at             timestamptz not null,
    read_at        timestamptz
);
create unique index notices_number on notices (person_id, number);
create index notices_unread on notices (person_id, read_at);
