-- Bytes that lie in the object store, under the SHA-256 of what is stored. Whoever names one has kept it in their own transaction.
create table object (
  sha256 text collate "C" primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  subject uuid not null,
  length bigint not null check (length >= 0),
  stored_length bigint not null check (stored_length > 0),
  kept_at timestamptz not null,
  released_at timestamptz,
  missing_since timestamptz
);
create index object_released on object (sha256) where released_at is not null;
create index object_missing on object (sha256) where missing_since is not null;

grant usage on schema objects to ${program};
grant select, insert, update, delete on object to ${program};

call postgres.classify('objects.object', 'plain', 'sha256, length, stored_length, kept_at, released_at, missing_since');
call postgres.classify('objects.object', 'reference', 'subject');
