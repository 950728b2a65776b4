-- Parts of an assignment are held like a directive before they are given on.
alter table held_directives add column assignment_id uuid references assignments deferrable initially deferred;
