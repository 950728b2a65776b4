-- What the sender of a packet wants done with an earlier document (BussinessDocType; 1 also for status 13), and why.
alter table documents add column asks smallint not null default 0;
alter table documents add column asks_reason text not null default '';
