-- As what its giver sent it: a position or a delegation. It is given as that, or not at all.
alter table held_directives add column post_id uuid;
