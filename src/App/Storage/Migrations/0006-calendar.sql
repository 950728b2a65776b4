-- What an institution works and rests other than the law's calendar says.
create table calendar_days (
    institution_id uuid    not null references institutions deferrable initially deferred,
    day            date    not null,
    is_worked      boolean not null,
    source         text    not null,
    primary key (institution_id, day)
);
create table office_hours (
    institution_id uuid not null references institutions deferrable initially deferred,
    since          date not null,
    opens_at       time not null,
    closes_at      time not null,
    primary key (institution_id, since, opens_at),
    check (closes_at > opens_at)
);
