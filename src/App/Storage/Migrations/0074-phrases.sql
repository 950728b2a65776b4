-- Sentences to direct with: a person's own (owner_id is the person), and the library of an institution (owner_id is the institution).
create table phrases (
    id             uuid        not null primary key,
    institution_id uuid        not null references institutions deferrable initially deferred,
    owner_id       uuid        not null,
    words          text        not null,
    place          integer     not null,
    kept_at        timestamptz not null,
    version        integer     not null
);
create index phrases_owner on phrases (owner_id, place);

-- What a person directed last, of which the sentences they often use are found.
create index directives_giver on directives (giver_id, given_at);
