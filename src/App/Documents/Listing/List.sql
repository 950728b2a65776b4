-- Newest first out of what was walked, narrowed by kind, state, urgency, direction (-1: any); the edge row says where a full walk stopped.
with {walked},
page as (
    select w.document_id as id from (select document_id from walked order by document_id desc limit {4}) w -- In order, and only until the page is full.
    where exists (select 1 from documents d where d.id = w.document_id
        and ({6} < 0 or d.kind = {6}) and ({7} < 0 or d.state = {7}) and ({8} < 0 or d.urgency = {8}) and ({9} < 0 or d.direction = {9})
        limit 1 offset 0) -- The offset keeps it a probe; flattened into a join it may read all documents.
    limit {5}),
chosen as (
    select id, false as is_edge from page
    union all
    select document_id, true from (select document_id from walked order by document_id desc limit 1 offset {4} - 1) e)
select {columns}, c.is_edge as "IsEdge" from chosen c join documents d on d.id = c.id order by c.is_edge, d.id desc
