exists (select 1 from unnest(cast({0} as uuid[]), cast({1} as smallint[])) as k (reader_id, ceiling) join document_readers r on r.reader_id = k.reader_id
        where r.document_id = d.id and r.secrecy <= k.ceiling limit 1 offset 0) -- The offset keeps it a probe; flattened into a join it would start at the reader.
