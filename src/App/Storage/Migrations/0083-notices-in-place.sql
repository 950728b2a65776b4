-- By which delegation somebody hears of work at the desk of who is away; null for one's own.
alter table notices add column delegation_id uuid references delegations deferrable initially deferred;
