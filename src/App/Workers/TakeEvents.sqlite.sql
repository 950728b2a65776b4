update outbox set attempts = attempts + 1, due_at = {0}
where id in (select id from outbox where due_at <= {1} and attempts < {2} and (kind in (select value from json_each({4}))) = {5} order by id limit {3})
returning *
