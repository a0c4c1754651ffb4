-- A lost second factor, taken away by two administrators after a wait in which its owner may object. One at a time for an account.
create table factor_reset (
  id uuid primary key,
  account_id uuid not null references account,
  state text not null check (state in ('ASKED', 'APPROVED', 'DONE', 'OBJECTED', 'WITHDRAWN', 'EXPIRED')),
  objection_hash bytea not null unique,
  asked_by uuid not null,
  asked_at timestamptz not null,
  approved_by uuid,
  effective_at timestamptz,
  ended_at timestamptz,
  check (asked_by <> account_id and approved_by is distinct from account_id and approved_by is distinct from asked_by),
  check ((approved_by is null) = (effective_at is null)),
  check ((ended_at is null) = (state in ('ASKED', 'APPROVED')))
);
create unique index factor_reset_open on factor_reset (account_id) where ended_at is null;
create index factor_reset_due on factor_reset (effective_at) where state = 'APPROVED';

grant select, insert, update on factor_reset to ${program};

call postgres.classify('identity.factor_reset', 'reference', 'account_id, asked_by, approved_by');
call postgres.classify('identity.factor_reset', 'secret', 'objection_hash');
call postgres.classify('identity.factor_reset', 'plain', 'id, state, asked_at, effective_at, ended_at');
