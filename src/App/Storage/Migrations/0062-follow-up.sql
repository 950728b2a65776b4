-- A directive in the seconds in which its giver may take it back: nothing of it has reached anybody. The row goes when the directive is given.
create table held_directives (
    id             uuid        not null primary key,
    institution_id uuid        not null references institutions deferrable initially deferred,
    document_id    uuid        not null references documents deferrable initially deferred,
    giver_id       uuid        not null,
    giver_name     text        not null,
    giver_position text        not null,
    giver_unit_id  uuid        not null,
    acting_for     uuid,
    typed          text        not null,
    planned        text        not null,
    state          smallint    not null,
    problem        text        not null,
    held_at        timestamptz not null,
    until          timestamptz not null,
    on_desk_since  timestamptz,
    version        integer     not null
);
create index held_directives_giver on held_directives (giver_id, state);
create index held_directives_document on held_directives (document_id, state);

-- What the giver asks while the work is under way, and how it is judged at the end (1 good, 2 acceptable, 3 poor).
alter table assignments add column urges integer not null default 0;
alter table assignments add column urged_at timestamptz;
alter table assignments add column report_by date;
alter table assignments add column report_wanted text not null default '';
alter table assignments add column quality smallint;
alter table assignments add column evaluation text not null default '';

-- How each directive stands as a whole, so that its giver's list is a walk of one index: the weakest branch first, then what was touched longest ago.
create table directive_standings (
    directive_id   uuid        not null primary key references directives deferrable initially deferred,
    institution_id uuid        not null references institutions deferrable initially deferred,
    document_id    uuid        not null references documents deferrable initially deferred,
    giver_id       uuid        not null,
    pile           smallint    not null,
    weakest_on     date        not null,
    touched_at     timestamptz not null
);
create index directive_standings_giver on directive_standings (giver_id, pile, weakest_on, touched_at, directive_id);
create index directive_standings_touched on directive_standings (giver_id, pile, touched_at, directive_id);
create index directive_standings_document on directive_standings (document_id);
create index assignments_directive on assignments (directive_id, place);

insert into directive_standings (directive_id, institution_id, document_id, giver_id, pile, weakest_on, touched_at)
select d.id, d.institution_id, d.document_id, d.giver_id,
    case when exists (select 1 from assignments a where a.directive_id = d.id and a.pile = 1 and a.role <> 3) then 1 else 2 end,
    coalesce((select min(a.deadline) from assignments a where a.directive_id = d.id and a.pile = 1 and a.role <> 3 and a.state <> 3), '9999-12-31'),
    coalesce((select max(j.at) from journal j join assignments a on a.id = j.subject_id where j.case_id = d.document_id and a.directive_id = d.id), d.given_at)
from directives d where exists (select 1 from assignments a where a.directive_id = d.id);
