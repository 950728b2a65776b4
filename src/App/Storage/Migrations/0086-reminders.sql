-- When an institution reminds whom, in working days from the deadline; without a row the usual steps apply.
create table reminder_rules (
    id             uuid        not null primary key,
    institution_id uuid        not null references institutions deferrable initially deferred,
    steps          text        not null,
    changed_by     text        not null,
    changed_at     timestamptz not null,
    version        integer     not null
);

-- Who was reminded of whose work, once for each step.
create table reminders (
    id             uuid        not null primary key,
    institution_id uuid        not null references institutions deferrable initially deferred,
    document_id    uuid        not null references documents deferrable initially deferred,
    holder_id      uuid        not null,
    task           smallint    not null,
    due            date        not null,
    days           integer     not null,
    told_id        uuid        not null,
    at             timestamptz not null
);
create unique index reminders_work on reminders (document_id, holder_id, task, due, days, told_id);
create index open_work_due on open_work (due);
