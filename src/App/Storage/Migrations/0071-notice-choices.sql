-- How a person wants to hear of notices besides the bell; without a row they hear by the bell alone. Ways: 0 never, 1 once a day, 2 at once.
create table notice_choices (
    person_id        uuid        not null primary key,
    institution_id   uuid        not null references institutions deferrable initially deferred,
    address          text        not null,
    asked_at         timestamptz,
    confirmed_at     timestamptz,
    problem          text,
    mail_work        smallint    not null,
    mail_inform      smallint    not null,
    mail_asked       smallint    not null,
    mail_post        smallint    not null,
    digest_at        time        not null,
    quiet_from       time        not null,
    quiet_until      time        not null,
    rests_quiet      boolean     not null,
    express_through  boolean     not null,
    version          integer     not null
);

alter table notices add column mail_due timestamptz;
alter table notices add column mailed_at timestamptz;
