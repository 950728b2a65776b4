-- When a deadline passed while the thing was open: a fact of its history, noted once.
alter table documents add column late_since timestamptz;
alter table assignments add column late_since timestamptz;
create index documents_due on documents (institution_id, deadline) where closed_at is null and late_since is null;
create index assignments_due on assignments (institution_id, deadline) where pile = 1 and late_since is null;
