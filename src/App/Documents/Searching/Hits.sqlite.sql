-- The documents whose text answers, in no order and whoever may see them: only to learn whether they are few.
select d.id as "Value" from (select rowid from document_words where document_words match {0} limit {1}) f cross join documents d on d.rowid = f.rowid
