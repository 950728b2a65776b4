not exists (select 1 from json_each({9}) t where instr(' ' || d.words || ' ', t.value) = 0)
