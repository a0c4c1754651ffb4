-- Versions of the policy; the first is a file of the program. What a version says never changes; one at a time is in force.
create table policy (
  number int primary key check (number > 1),
  document text not null,
  state text not null check (state in ('DRAFT', 'LIVE', 'PAST')),
  made_by uuid not null,
  made_at timestamptz not null,
  test text,
  tested_at timestamptz,
  live_by uuid,
  live_since timestamptz,
  check ((test is null) = (tested_at is null)),
  check ((live_by is null) = (live_since is null)),
  check ((state = 'DRAFT') = (live_by is null)),
  check (live_by is null or (live_by <> made_by and test is not null))
);
create unique index policy_live on policy (state) where state = 'LIVE';

grant select, insert on policy to ${program};
grant update (state, test, tested_at, live_by, live_since) on policy to ${program};

call postgres.classify('moderation.policy', 'plain', 'number, document, state, made_at, test, tested_at, live_since');
call postgres.classify('moderation.policy', 'reference', 'made_by, live_by');
