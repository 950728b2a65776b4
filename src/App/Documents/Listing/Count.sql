-- How many of what was walked, and whether the walk was full, so that there may be more.
with {walked}
select cast(count(*) as integer) as "Number", (select count(*) from walked) >= {4} as "IsMore"
from walked w
where {6} < 0 and {7} < 0 and {8} < 0 and {9} < 0 or exists (select 1 from documents d where d.id = w.document_id
    and ({6} < 0 or d.kind = {6}) and ({7} < 0 or d.state = {7}) and ({8} < 0 or d.urgency = {8}) and ({9} < 0 or d.direction = {9})
    limit 1 offset 0)
