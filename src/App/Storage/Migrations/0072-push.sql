-- Browsers that a person turned push on in. The address is the browser maker's and tells nobody anything without our key.
create table push_subscriptions (
    id             uuid        not null primary key,
    institution_id uuid        not null references institutions deferrable initially deferred,
    person_id      uuid        not null,
    endpoint       text        not null,
    public_key     text        not null,
    secret         text        not null,
    made_at        timestamptz not null
);
create unique index push_subscriptions_endpoint on push_subscriptions (endpoint);
create index push_subscriptions_person on push_subscriptions (person_id);

alter table notice_choices add column push_work boolean not null default true;
alter table notice_choices add column push_inform boolean not null default false;
alter table notice_choices add column push_asked boolean not null default true;
alter table notice_choices add column push_post boolean not null default false;
alter table notices add column push_due timestamptz;
alter table notices add column pushed_at timestamptz;
