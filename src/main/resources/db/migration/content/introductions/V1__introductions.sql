-- What creators say of themselves, sealed under their keys. Of each creator one that waits, one that is shown and one that was refused.
create table introduction (
  id uuid primary key,
  creator uuid not null,
  state text not null check (state in ('PROPOSED', 'SHOWN', 'REFUSED')),
  words bytea not null,
  links bytea not null,
  proposed_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  reason text,
  unique (creator, state),
  check ((state = 'PROPOSED') = (decided_at is null)),
  check ((decided_at is null) = (decided_by is null)),
  check ((state = 'REFUSED') = (reason is not null)),
  check (decided_by <> creator)
);
create index introduction_waiting on introduction (proposed_at, id) where state = 'PROPOSED';

grant usage on schema introductions to ${program};
grant select, insert, update, delete on introduction to ${program};

call postgres.classify('introductions.introduction', 'plain', 'id, state, proposed_at, decided_at, reason');
call postgres.classify('introductions.introduction', 'reference', 'creator, decided_by');
call postgres.classify('introductions.introduction', 'sealed', 'words, links');
