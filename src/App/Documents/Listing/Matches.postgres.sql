' ' || d.words || ' ' like all (cast({9} as text[]))
