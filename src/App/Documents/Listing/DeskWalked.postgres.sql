walked as materialized ( -- Own work is looked for under the unit itself, an overview under the pigeonhole below it.
    select distinct w.due, w.document_id, w.task
    from unnest(cast({0} as uuid[]), cast({1} as smallint[])) as k (reader_id, ceiling)
    left join units u on u.below_id = k.reader_id and not {8}
    cross join lateral (
        select due, document_id, task from desk
        where reader_id = coalesce(u.id, k.reader_id) and secrecy <= k.ceiling and (due, document_id, task) > ({2}, {3}, {7}) and due <= {9}
        order by due, document_id, task limit {4}) w
    order by w.due, w.document_id, w.task limit {4})
