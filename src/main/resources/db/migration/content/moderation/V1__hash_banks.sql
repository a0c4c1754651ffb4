-- Banks of hashes of what must not be shown. No picture and no person stands here.
create table hash_bank (
  id uuid primary key,
  name text not null,
  source text not null,
  meaning text not null check (meaning in ('CHILD_SAFETY', 'NON_CONSENSUAL', 'TERRORISM', 'OWN_BANNED')),
  enabled boolean not null,
  hashes bigint not null check (hashes >= 0),
  made_at timestamptz not null,
  made_by uuid not null
);
create unique index hash_bank_name on hash_bank (lower(name));

-- Every change of hashes takes the next number while it holds the row, so numbers are committed in their order.
create table hash_change (
  one boolean primary key default true check (one),
  number bigint not null,
  withdrawn bigint not null
);
insert into hash_change (number, withdrawn) values (0, 0);

create table banked_hash (
  id bigint generated always as identity primary key,
  bank uuid not null references hash_bank,
  algorithm text not null check (algorithm in ('SHA256', 'SHA1', 'MD5', 'PDQ')),
  hash bytea not null,
  reference text,
  change bigint not null,
  added_at timestamptz not null,
  added_by uuid not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_because text,
  check (length(hash) = case algorithm when 'SHA1' then 20 when 'MD5' then 16 else 32 end),
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check ((withdrawn_at is null) = (withdrawn_because is null))
);
create unique index banked_hash_once on banked_hash (bank, algorithm, hash) where withdrawn_at is null;
create index banked_hash_exact on banked_hash (algorithm, hash) where withdrawn_at is null;
create index banked_hash_of_bank on banked_hash (bank, id);
create index banked_hash_loaded on banked_hash (id) where algorithm = 'PDQ' and withdrawn_at is null;
create index banked_hash_changed on banked_hash (change) where algorithm = 'PDQ' and withdrawn_at is null;

grant usage on schema moderation to ${program};
grant select, insert, update on hash_bank to ${program};
grant select, update on hash_change to ${program};
grant select, insert, update on banked_hash to ${program};

call postgres.classify('moderation.hash_bank', 'plain', 'id, name, source, meaning, enabled, hashes, made_at');
call postgres.classify('moderation.hash_bank', 'reference', 'made_by');
call postgres.classify('moderation.hash_change', 'plain', 'one, number, withdrawn');
call postgres.classify('moderation.banked_hash', 'plain',
  'id, bank, algorithm, hash, reference, change, added_at, withdrawn_at, withdrawn_because');
call postgres.classify('moderation.banked_hash', 'reference', 'added_by, withdrawn_by');
