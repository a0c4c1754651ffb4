-- What people report: one row for each release and reason, however often it is said, and a few of the words.
create table report (
  release uuid not null,
  reason text not null check (reason in ('MINOR', 'NO_CONSENT', 'VIOLENCE', 'ILLEGAL', 'IMPERSONATION', 'SPAM', 'OTHER')),
  work uuid not null,
  times int not null check (times > 0),
  first_at timestamptz not null,
  last_at timestamptz not null,
  judged_digest text check (judged_digest ~ '^[0-9a-f]{64}$'),
  primary key (release, reason)
);

-- In the reporters' words, under the work's key. Who they are is not kept.
create table report_words (
  id uuid primary key,
  release uuid not null,
  reason text not null,
  words bytea not null,
  made_at timestamptz not null,
  foreign key (release, reason) references report
);
create index report_words_release on report_words (release, made_at);

-- The hashes of pictures by which banks were asked, and up to which change of the banks: what a bank comes to name later is found by them.
create table release_hash (
  release uuid primary key,
  sha256 bytea not null check (length(sha256) = 32),
  sha1 bytea not null check (length(sha1) = 20),
  md5 bytea not null check (length(md5) = 16),
  looks bytea not null check (length(looks) % 32 = 0),
  change bigint not null,
  named_at timestamptz,
  seals boolean not null default false,
  done_at timestamptz,
  check (named_at is not null or done_at is null)
);
create index release_hash_named on release_hash (named_at) where named_at is not null and done_at is null;

grant select, insert, update on report to ${program};
grant select, insert on report_words to ${program};
grant select, insert, update on release_hash to ${program};

-- Of a hash in a bank nothing changes but that it is withdrawn; of a decision nothing but that it took effect or was undone.
revoke update on banked_hash, decision from ${program};
grant update (change, withdrawn_at, withdrawn_by, withdrawn_because) on banked_hash to ${program};
grant update (effected_at, undone_at) on decision to ${program};

call postgres.classify('moderation.report', 'plain', 'release, reason, work, times, first_at, last_at, judged_digest');
call postgres.classify('moderation.report_words', 'plain', 'id, release, reason, made_at');
call postgres.classify('moderation.report_words', 'sealed', 'words');
call postgres.classify('moderation.release_hash', 'plain', 'release, sha256, sha1, md5, looks, change, named_at, seals, done_at');
