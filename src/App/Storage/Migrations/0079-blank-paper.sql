-- Blank paper on which somebody began a directive and did not send it yet: found by its author alone.
create index documents_sheets on documents (author_id) where state = 9;
