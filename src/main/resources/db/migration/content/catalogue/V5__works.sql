-- What creators make, and each form of it that is put before the gates. Words are sealed under the work's own key.
create table work (
  id uuid primary key,
  creator uuid not null,
  created_at timestamptz not null
);
create index work_creator on work (creator, created_at, id);

-- Exactly these bytes and words. What is changed is a new release.
create table release (
  id uuid primary key,
  work uuid not null references work,
  number int not null check (number > 0),
  upload uuid not null unique,
  type text not null,
  length bigint not null check (length > 0),
  title bytea not null,
  description bytea not null,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  state text not null,
  version int not null check (version > 0),
  cause text,
  held_in text,
  tries int not null default 0 check (tries >= 0),
  next_at timestamptz,
  withdrawn_at timestamptz,
  created_at timestamptz not null,
  moved_at timestamptz not null,
  unique (work, number),
  check ((state = 'HELD') = (held_in is not null)),
  check (state in ('RECEIVED', 'SNIFFED', 'HASHED', 'DERIVED', 'SIGNALLED', 'RECORDS', 'REVIEW', 'PUBLISHED', 'HELD', 'REJECTED', 'SEALED',
    'WITHDRAWN')),
  check (sha256 is not null or state in ('RECEIVED', 'HELD', 'REJECTED', 'WITHDRAWN'))
);
create index release_due on release (next_at, id) where next_at is not null;

-- Every move, as it was made.
create table release_move (
  release uuid not null references release,
  version int not null,
  from_state text,
  to_state text not null,
  cause text,
  moved_by uuid,
  moved_at timestamptz not null,
  primary key (release, version)
);

grant select, insert, update on work, release to ${program};
grant select, insert on release_move to ${program};

call postgres.classify('catalogue.work', 'plain', 'id, created_at');
call postgres.classify('catalogue.work', 'reference', 'creator');
call postgres.classify('catalogue.release', 'plain', 'id, work, number, upload, type, length, sha256, state, version, cause, held_in, tries, next_at, withdrawn_at, created_at, moved_at');
call postgres.classify('catalogue.release', 'sealed', 'title, description');
call postgres.classify('catalogue.release_move', 'plain', 'release, version, from_state, to_state, cause, moved_at');
call postgres.classify('catalogue.release_move', 'reference', 'moved_by');
