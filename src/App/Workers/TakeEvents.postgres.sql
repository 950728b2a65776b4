-- Several workers take at once; none waits for what another has in hand.
update outbox set attempts = attempts + 1, due_at = {0}
where id in (select id from outbox where due_at <= {1} and attempts < {2} and (kind in (select value from json_array_elements_text({4}::json))) = {5} order by id limit {3} for update skip locked)
returning *
