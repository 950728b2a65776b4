create table directives (
    id             uuid        not null primary key,
    institution_id uuid        not null references institutions deferrable initially deferred,
    document_id    uuid        not null references documents deferrable initially deferred,
    giver_id       uuid        not null,
    giver_name     text        not null,
    giver_position text        not null,
    giver_unit_id  uuid        not null,
    words          text        not null,
    passed_to      uuid,
    given_at       timestamptz not null
);
create index directives_document on directives (document_id, given_at);

create table assignments (
    id               uuid        not null primary key,
    institution_id   uuid        not null references institutions deferrable initially deferred,
    document_id      uuid        not null references documents deferrable initially deferred,
    place            integer     not null,
    directive_id     uuid        references directives deferrable initially deferred,
    parent_id        uuid        references assignments deferrable initially deferred,
    role             smallint    not null,
    task             text        not null,
    giver_id         uuid        not null,
    giver_name       text        not null,
    giver_position   text        not null,
    giver_unit_id    uuid        not null,
    assignee_id      uuid        not null,
    assignee_unit_id uuid        not null,
    holder_id        uuid,
    state            smallint    not null,
    deadline         date,
    due_noon         boolean     not null,
    due_rule         text        not null,
    progress         integer     not null check (progress between 0 and 100),
    report           text        not null,
    answer_id        uuid        references documents deferrable initially deferred,
    reason           text        not null,
    asked_until      date,
    asked_reason     text        not null,
    given_at         timestamptz not null,
    started_at       timestamptz,
    reported_at      timestamptz,
    closed_at        timestamptz,
    pile             smallint    not null,
    listed_on        date        not null,
    version          integer     not null,
    check ((holder_id is null) = (pile = 2)),
    check ((closed_at is null) = (pile = 1))
);
create unique index assignments_document on assignments (document_id, place);
create index assignments_assignee on assignments (assignee_id, pile, listed_on, id);
create index assignments_unit on assignments (assignee_unit_id, pile, listed_on, id);
create index assignments_giver on assignments (giver_id, pile, listed_on, id);
