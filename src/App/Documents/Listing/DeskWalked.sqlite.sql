keys as materialized ( -- Own work is looked for under the unit itself, an overview under the pigeonhole below it.
    select coalesce(u.id, k.value ->> 'k') as reader_id, k.value ->> 'c' as ceiling
    from json_each({0}) k left join units u on u.below_id = k.value ->> 'k' and not {8}),
walked as materialized (
    select distinct w.due, w.document_id, w.task
    from keys k cross join desk w on w.reader_id = k.reader_id and (w.due, w.document_id, w.task) > ({2}, {3}, {7}) and w.due <= {9}
        and (w.due, w.document_id, w.task) <= (
            select due, document_id, task from (
                select * from (
                    select 0 as is_open, due, document_id, task from desk
                    where reader_id = k.reader_id and secrecy <= k.ceiling and (due, document_id, task) > ({2}, {3}, {7}) and due <= {9}
                    order by due, document_id, task limit 1 offset {4} - 1)
                union all select 1, '9999-12-31', 'g', 0) order by is_open limit 1)
    where w.secrecy <= k.ceiling order by w.due, w.document_id, w.task limit {4})
