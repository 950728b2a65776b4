exists (select 1 from json_each({0}) k cross join document_readers r on r.reader_id = k.value ->> 'k' and r.document_id = d.id and r.secrecy <= k.value ->> 'c')
