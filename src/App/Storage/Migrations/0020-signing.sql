create table signers (
    id             uuid        not null primary key,
    institution_id uuid        not null references institutions deferrable initially deferred,
    owner_id       uuid        not null, -- A person, or the institution as the organ.
    name           text        not null,
    certificate    bytea       not null,
    chain          text        not null, -- Intermediate certificates, PEM.
    valid_from     timestamptz not null,
    valid_until    timestamptz not null,
    image_sha256   text        not null,
    added_at       timestamptz not null,
    retired_at     timestamptz
);
create index signers_owner on signers (owner_id);
