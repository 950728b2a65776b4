insert into document_counts (reader_id, state, secrecy, n)
select reader_id, state, secrecy, sum(change) from document_count_changes where true group by reader_id, state, secrecy
on conflict (reader_id, state, secrecy) do update set n = document_counts.n + excluded.n;
delete from document_count_changes;
select changes() as "Value"
