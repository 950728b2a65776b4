-- When the end was entered: until then, work that came counted as the unit's, whatever last day was written later.
alter table positions add column ended_at timestamptz;
