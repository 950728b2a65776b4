-- The register below a place, by row value so that the index finds the place; visibility is laid over it.
select id as "Value" from documents
where book_unit_id = {0} and book = 'outgoing' and (year, number) < ({1}, {2})
  and ({3} = '' or array_to_tsvector(string_to_array(words, ' ')) @@ cast({3} as tsquery))
order by year desc, number desc limit {4}
