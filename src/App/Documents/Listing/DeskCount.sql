-- How much waits in each section and how much of it is late, out of the first rows by promised date.
with {walked}
select task as "Task", cast(count(*) as integer) as "Number", cast(sum(case when due < {10} then 1 else 0 end) as integer) as "Late",
    (select count(*) from walked) >= {4} as "IsMore"
from walked group by task
