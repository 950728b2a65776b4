-- The register below a place, by row value so that the index finds the place; visibility is laid over it.
select id as "Value" from documents
where book_unit_id = {0} and book = 'outgoing' and (year, number) < ({1}, {2})
  and ({3} = '' or rowid in (select rowid from document_words where document_words match {3}))
order by year desc, number desc limit {4}
