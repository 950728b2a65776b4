walked as materialized ( -- The newest of each key, then the newest of all: never more than walk × keys rows.
    select distinct r.document_id
    from unnest(cast({0} as uuid[]), cast({1} as smallint[])) as k (reader_id, ceiling)
    cross join lateral (
        select document_id from document_readers
        where reader_id = k.reader_id and secrecy <= k.ceiling and document_id < {2} and document_id >= {3}
        order by document_id desc limit {4}) r
    order by r.document_id desc limit {4})
