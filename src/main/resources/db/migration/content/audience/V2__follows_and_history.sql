-- Whom fans follow.
create table follow (
  fan uuid not null,
  creator uuid not null,
  followed_at timestamptz not null,
  primary key (fan, creator),
  check (fan <> creator)
);
create index follow_of_creator on follow (creator);

-- What fans have watched. Which work it was is sealed under the fan's key, and found by a keyed hash of both.
create table watched (
  fan uuid not null,
  found_by bytea not null,
  work bytea not null,
  seconds int not null check (seconds >= 0),
  last_at timestamptz not null,
  primary key (fan, found_by)
);
create index watched_latest on watched (fan, last_at desc);
create index watched_age on watched (last_at);

-- Who has asked that nothing more is remembered.
create table paused (
  fan uuid primary key,
  paused_at timestamptz not null
);

grant select, insert, update, delete on follow, watched, paused to ${program};

call postgres.classify('audience.follow', 'reference', 'fan, creator');
call postgres.classify('audience.follow', 'plain', 'followed_at');
call postgres.classify('audience.watched', 'reference', 'fan');
call postgres.classify('audience.watched', 'keyed', 'found_by');
call postgres.classify('audience.watched', 'sealed', 'work');
call postgres.classify('audience.watched', 'plain', 'seconds, last_at');
call postgres.classify('audience.paused', 'reference', 'fan');
call postgres.classify('audience.paused', 'plain', 'paused_at');
