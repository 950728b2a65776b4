create table parcels (
    id             uuid        not null primary key,
    institution_id uuid        not null references institutions deferrable initially deferred,
    document_id    uuid        not null references documents deferrable initially deferred,
    packet_id      text        not null,
    from_code      text        not null,
    body_sha256    text        not null,
    size_bytes     bigint      not null,
    state          smallint    not null,
    attempts       integer     not null,
    due_at         timestamptz not null,
    problem        text,
    hub_id         text,
    created_at     timestamptz not null,
    sent_at        timestamptz
);
create unique index parcels_document on parcels (document_id);
create index parcels_due on parcels (state, due_at);
create index parcels_packet on parcels (institution_id, packet_id);
create index parcels_created on parcels (institution_id, id);

-- One receiver of a parcel, and what it told us.
create table deliveries (
    id             uuid        not null primary key,
    institution_id uuid        not null references institutions deferrable initially deferred,
    document_id    uuid        not null references documents deferrable initially deferred,
    parcel_id      uuid        not null references parcels deferrable initially deferred,
    place          integer     not null,
    code           text        not null,
    name           text        not null,
    status         text        not null,
    status_at      timestamptz,
    description    text        not null,
    version        integer     not null
);
create index deliveries_parcel on deliveries (parcel_id, place);
create index deliveries_document on deliveries (document_id, place);

create table delivery_statuses (
    delivery_id    uuid        not null references deliveries deferrable initially deferred,
    code           text        not null,
    institution_id uuid        not null,
    description    text        not null,
    at             timestamptz,
    received_at    timestamptz not null,
    primary key (delivery_id, code)
);

-- A status that we owe to the sender of a document; the same one is owed once.
create table status_letters (
    id             uuid        not null primary key,
    institution_id uuid        not null references institutions deferrable initially deferred,
    document_id    uuid        not null references documents deferrable initially deferred,
    code           text        not null,
    to_code        text        not null,
    description    text        not null,
    staff_name     text        not null,
    staff_unit     text        not null,
    happened_at    timestamptz not null,
    state          smallint    not null,
    attempts       integer     not null,
    due_at         timestamptz not null,
    problem        text,
    hub_id         text,
    sent_at        timestamptz
);
create unique index status_letters_once on status_letters (document_id, code);
create index status_letters_due on status_letters (state, due_at);

-- What was taken out of the mailbox, so that nothing is taken twice.
create table receptions (
    institution_id uuid        not null references institutions deferrable initially deferred,
    hub_id         text        not null,
    kind           text        not null,
    state          smallint    not null,
    sender_code    text        not null,
    packet_id      text        not null,
    packet_kind    integer     not null,
    document_id    uuid,
    attempts       integer     not null,
    problem        text,
    at             timestamptz not null,
    primary key (institution_id, hub_id)
);
create unique index receptions_once on receptions (institution_id, kind, sender_code, packet_id, packet_kind);
create index receptions_at on receptions (institution_id, at);
