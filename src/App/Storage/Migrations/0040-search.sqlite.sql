-- The stored words are folded and cut already: a token is whatever stands between spaces, pairs such as dat_dai included.
drop table document_words;
create virtual table document_words using fts5 (words, content = '', contentless_delete = 1, tokenize = "ascii tokenchars '_'");
insert into document_words (rowid, words) select rowid, words from documents order by rowid;
