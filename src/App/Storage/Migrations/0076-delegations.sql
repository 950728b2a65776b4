-- Why somebody lets another act for them, and who entered it where they could not do so themselves.
alter table delegations add column reason text not null default '';
alter table delegations add column entered_by uuid;
create index delegations_from on delegations (from_person_id);
