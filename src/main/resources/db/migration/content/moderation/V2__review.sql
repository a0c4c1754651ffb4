-- What was put before a person: one row for each release. What is in it stands in the catalogue.
create table review_item (
  release uuid primary key,
  work uuid not null,
  creator uuid not null,
  reason text not null check (reason in ('BEFORE_PUBLICATION', 'SHOWS_TOO_LITTLE', 'LOOKS_KNOWN', 'REPORTED')),
  state text not null check (state in ('WAITING', 'APPROVED', 'REJECTED', 'GONE')),
  severity smallint not null check (severity between 0 and 3),
  reach int not null check (reach >= 0),
  reports int not null default 0 check (reports >= 0),
  holds boolean not null,
  rules text[] not null,
  policy int not null,
  facts jsonb not null,
  waits_since timestamptz not null,
  claimed_by uuid,
  claimed_until timestamptz,
  escalated_by uuid,
  check ((claimed_by is null) = (claimed_until is null)),
  check (claimed_by is null or state = 'WAITING')
);
create index review_item_next on review_item (severity, reach desc, waits_since, release) where state = 'WAITING';
create index review_item_work on review_item (work);
create index review_item_claimed on review_item (claimed_by) where claimed_by is not null;

-- What people have decided. Nothing of a decision is changed but that it took effect, or was undone before.
create table decision (
  id uuid primary key,
  number bigint generated always as identity unique,
  release uuid not null references review_item,
  work uuid not null,
  creator uuid not null,
  kind text not null check (kind in ('APPROVE', 'REJECT', 'ESCALATE')),
  reason text not null,
  release_state text not null check (release_state in ('REVIEW', 'HELD', 'PUBLISHED')),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  clause text,
  note bytea,
  severity smallint not null check (severity between 0 and 3),
  policy int not null,
  facts jsonb not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  effective_from timestamptz not null,
  effected_at timestamptz,
  undone_at timestamptz,
  check ((kind = 'REJECT') = (clause is not null)),
  check (decided_by <> creator),
  check (effected_at is null or undone_at is null)
);
create index decision_release on decision (release, number);
create index decision_work on decision (work, number);
create index decision_creator on decision (creator, number);
create index decision_due on decision (effective_from, id) where effected_at is null and undone_at is null;

-- How much whoever decides has had to look at in a day.
create table exposure (
  reviewer uuid not null,
  day date not null,
  items int not null default 0 check (items >= 0),
  media int not null default 0 check (media >= 0),
  primary key (reviewer, day)
);

grant select, insert, update on review_item, decision to ${program};
grant select, insert, update, delete on exposure to ${program};

call postgres.classify('moderation.review_item', 'plain',
  'release, work, reason, state, severity, reach, reports, holds, rules, policy, facts, waits_since, claimed_until');
call postgres.classify('moderation.review_item', 'reference', 'creator, claimed_by, escalated_by');
call postgres.classify('moderation.decision', 'plain',
  'id, number, release, work, kind, reason, release_state, digest, clause, severity, policy, facts, decided_at, effective_from, effected_at, undone_at');
call postgres.classify('moderation.decision', 'sealed', 'note');
call postgres.classify('moderation.decision', 'reference', 'creator, decided_by');
call postgres.classify('moderation.exposure', 'plain', 'day, items, media');
call postgres.classify('moderation.exposure', 'reference', 'reviewer');
