keys as materialized (select value ->> 'k' as reader_id, value ->> 'c' as ceiling from json_each({0})),
walked as materialized ( -- SQLite has no lateral: where a key's stream would end is found first, then the range is read.
    select distinct r.document_id
    from keys k cross join document_readers r on r.reader_id = k.reader_id and r.document_id < {2}
        and r.document_id >= max({3}, coalesce((select document_id from document_readers
            where reader_id = k.reader_id and secrecy <= k.ceiling and document_id < {2} and document_id >= {3}
            order by document_id desc limit 1 offset {4} - 1), ''))
    where r.secrecy <= k.ceiling order by r.document_id desc limit {4})
