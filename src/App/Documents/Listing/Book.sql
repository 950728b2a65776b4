-- A book below a place, by row value so that the index finds it; each row walked is probed. The edge row says where a full walk stopped.
with walked as materialized (
    select id, year, number from documents
    where book_unit_id = {2} and book = {3} and (year, number) < ({4}, {5}) and year >= {6}
    order by year desc, number desc limit {7}),
page as (
    select w.id from (select id from walked order by year desc, number desc limit {7}) w
    where exists (select 1 from documents d where d.id = w.id and {matches} and ({10} or {visible}) limit 1 offset 0)
    limit {8}),
chosen as (
    select id, false as is_edge from page
    union all
    select id, true from (select id from walked order by year desc, number desc limit 1 offset {7} - 1) e)
select {columns}, c.is_edge as "IsEdge" from chosen c join documents d on d.id = c.id order by c.is_edge, d.year desc, d.number desc
