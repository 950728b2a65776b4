create virtual table document_words using fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0');
-- The only kind of trigger we allow: FTS5 has no other way to be an index.
create trigger document_words_insert after insert on documents begin
    insert into document_words (rowid, words) values (new.rowid, new.words);
end;
create trigger document_words_update after update of words on documents when new.words <> old.words begin
    delete from document_words where rowid = old.rowid;
    insert into document_words (rowid, words) values (new.rowid, new.words);
end;
