-- One node folds at a time; what another transaction appends meanwhile waits for the next time.
with turn as materialized (select pg_try_advisory_xact_lock(7201602017) as is_mine),
taken as (
    delete from document_count_changes
    where ctid = any (array(select c.ctid from document_count_changes c cross join turn where turn.is_mine limit 10000))
    returning reader_id, state, secrecy, change),
folded as (
    insert into document_counts (reader_id, state, secrecy, n)
    select reader_id, state, secrecy, sum(change) from taken group by reader_id, state, secrecy
    on conflict (reader_id, state, secrecy) do update set n = document_counts.n + excluded.n)
select cast(count(*) as integer) as "Value" from taken
