-- Every action that changed something, in one chain: hash covers all other columns, previous is the hash of the entry before.
create table entry (
  seq bigint primary key check (seq > 0),
  event uuid not null unique,
  at timestamptz not null,
  name text not null check (name <> ''),
  actor uuid,
  on_behalf_of uuid,
  subject text not null check (subject <> ''),
  details text not null check (details is json object),
  previous bytea not null check (length(previous) = 32),
  hash bytea not null check (length(hash) = 32)
);

create index entry_subject on entry (subject, seq);
create index entry_actor on entry (actor, seq);

call postgres.classify('entry', 'plain', 'seq, event, at, name, previous, hash');
call postgres.classify('entry', 'reference', 'actor, on_behalf_of, subject, details');

create trigger refuse_change before update or delete or truncate on entry
  for each statement execute function postgres.refuse_change();

grant usage on schema audit to ${program};
grant select, insert on entry to ${program};
