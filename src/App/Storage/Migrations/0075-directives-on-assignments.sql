-- What the head of a unit says when giving an assignment on: a directive on that assignment, which lets nobody direct the document.
alter table directives add column assignment_id uuid references assignments deferrable initially deferred;
