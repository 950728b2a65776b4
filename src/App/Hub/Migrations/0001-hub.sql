create table members (
    id               text        not null primary key,
    name             text        not null,
    protected_secret text        not null,
    joined_at        timestamptz not null
);

-- Never deleted: a unit that left the axis is still named by what it sent and received.
create table agencies (
    id          uuid        not null primary key,
    member_id   text        not null references members,
    parent_id   uuid        references agencies,
    code        text        not null,
    code102     text,
    level       integer     not null,
    name        text        not null,
    mail        text        not null,
    mobile      text        not null,
    fax         text        not null,
    version     integer     not null,
    modified_at timestamptz not null,
    deleted_at  timestamptz
);
create unique index agencies_code on agencies (code);
create unique index agencies_code102 on agencies (code102);
create index agencies_member on agencies (member_id);

-- One row for one packet or status that was taken over; identity says what counts as the same one again.
create table messages (
    id            uuid        not null primary key,
    doc_id        text        not null,
    member_id     text        not null references members,
    from_id       uuid        not null references agencies,
    kind          text        not null,
    identity      text        not null,
    document_id   text,
    business_type integer     not null,
    title         text        not null,
    notation      text        not null,
    sent_sha256   text        not null,
    blob_sha256   text        not null,
    size_bytes    bigint      not null,
    sent_at       timestamptz not null
);
create unique index messages_identity on messages (from_id, kind, identity);
create unique index messages_doc_id on messages (doc_id);
create index messages_member on messages (member_id, kind, sent_at);

-- The mailboxes: one row for each receiver, in the open until that receiver says done or fail.
create table deliveries (
    id         uuid        not null primary key,
    message_id uuid        not null references messages,
    member_id  text        not null references members,
    to_id      uuid        not null references agencies,
    kind       text        not null,
    state      text        not null,
    note       text        not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    settled_at timestamptz
);
create unique index deliveries_once on deliveries (message_id, to_id);
create index deliveries_open on deliveries (member_id, kind, id) where settled_at is null;
create index deliveries_member on deliveries (member_id, kind, created_at);
