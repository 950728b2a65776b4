-- The keys that protect cookies, forms and links. They belong to the whole node; its processes share them.
create table protection_keys (
    id      uuid        not null primary key,
    xml     text        not null,
    made_at timestamptz not null
);
