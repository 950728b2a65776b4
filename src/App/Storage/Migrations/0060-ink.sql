-- attachment_id refers to nothing: a file that is refused as secret goes first, and what was drawn on it right after.
create table ink_sheets (
    id            uuid             not null primary key,
    directive_id  uuid             not null references directives deferrable initially deferred,
    document_id   uuid             not null references documents deferrable initially deferred,
    place         integer          not null,
    attachment_id uuid,
    page          integer          not null,
    width         double precision not null,
    height        double precision not null,
    stroke_count  integer          not null,
    strokes       text             not null
);
create unique index ink_sheets_directive on ink_sheets (directive_id, place);
create index ink_sheets_document on ink_sheets (document_id);
alter table directives add column ink_digest bytea;
