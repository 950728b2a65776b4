-- The documents of one pigeonhole by state: what is folded and what was appended since.
select state as "State", cast(sum(n) as integer) as "Number" from (
    select state, n from document_counts where reader_id = {0} and secrecy <= {1}
    union all select state, change from document_count_changes where reader_id = {0} and secrecy <= {1}) c
group by state having sum(n) <> 0
