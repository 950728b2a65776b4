-- The key pair by which push services know the installation: one for the whole node, whichever process makes it first.
create table push_keys (
    id      smallint    not null primary key check (id = 1),
    pem     text        not null,
    made_at timestamptz not null
);
