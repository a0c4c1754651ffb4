-- When each job runs next, and which node has it now. A lease that its node no longer renews runs out, and another node takes the job.
create table job (
  name text primary key,
  next_at timestamptz not null,
  holder uuid,
  lease_until timestamptz,
  started_at timestamptz,
  ended_at timestamptz,
  outcome text check (outcome in ('done', 'failed', 'stopped')),
  error text,
  runs bigint not null default 0,
  failures_in_a_row int not null default 0,
  check ((holder is null) = (lease_until is null))
);

call postgres.classify('job', 'plain',
  'name, next_at, holder, lease_until, started_at, ended_at, outcome, error, runs, failures_in_a_row');

grant usage on schema jobs to ${program};
grant select, insert, update on job to ${program};
