-- What waits, by promised date, out of what was walked; one task or all (-1); the edge row says where a full walk stopped.
with {walked},
page as (select due, document_id, task from walked where {6} < 0 or task = {6} order by due, document_id, task limit {5}),
chosen as (
    select due, document_id, task, false as is_edge from page
    union all
    select due, document_id, task, true from (select due, document_id, task from walked order by due, document_id, task limit 1 offset {4} - 1) e)
select {columns}, c.due as "Due", c.task as "Task", c.is_edge as "IsEdge"
from chosen c join documents d on d.id = c.document_id order by c.is_edge, c.due, c.document_id, c.task
