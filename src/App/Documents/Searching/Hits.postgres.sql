-- The documents whose text answers, in no order and whoever may see them: only to learn whether they are few.
select id as "Value" from documents where array_to_tsvector(string_to_array(words, ' ')) @@ cast({0} as tsquery) limit {1}
