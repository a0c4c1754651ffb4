-- Proofs of age, of an account or of a visitor's session. Nothing of the person is kept: how it was shown, the result, and until when it counts.
create table age_proof (
  id uuid primary key,
  viewer uuid not null,
  provider text not null,
  reference text,
  page text,
  return_url text not null,
  state text not null check (state in ('STARTED', 'IN_DOUBT', 'REFUSED', 'ASSURED')),
  method text,
  begun_at timestamptz not null,
  assured_at timestamptz,
  until timestamptz,
  ask_at timestamptz,
  check ((state = 'ASSURED') = (method is not null and assured_at is not null and until is not null))
);
create index age_proof_viewer on age_proof (viewer, begun_at desc);
create index age_proof_ask on age_proof (ask_at) where ask_at is not null;
create index age_proof_until on age_proof (until) where state = 'ASSURED';
create index age_proof_begun on age_proof (begun_at) where state <> 'ASSURED';

-- The sandbox vendor's books on proofs of age. Its messages go the same way as those on checks of identity.
create table sandbox_age (
  reference text primary key,
  our_proof uuid not null unique,
  return_url text not null,
  progress text not null check (progress in ('PENDING', 'DOUBT', 'APPROVED', 'REFUSED', 'EXPIRED')),
  choice text,
  answered_at timestamptz,
  resolves_at timestamptz,
  page_until timestamptz not null
);
create index sandbox_age_resolves on sandbox_age (resolves_at) where resolves_at is not null;
create index sandbox_age_unused on sandbox_age (page_until) where progress = 'PENDING' and choice is null;

alter table sandbox_delivery add column path text not null default '/webhooks/identity/sandbox';

grant select, insert, update, delete on age_proof to ${program};
grant select, insert, update on sandbox_age to ${program};

call postgres.classify('compliance.age_proof', 'reference', 'viewer');
call postgres.classify('compliance.age_proof', 'plain', 'id, provider, reference, page, return_url, state, method, begun_at, assured_at, until, ask_at');
call postgres.classify('compliance.sandbox_age', 'plain',
  'reference, our_proof, return_url, progress, choice, answered_at, resolves_at, page_until');
call postgres.classify('compliance.sandbox_delivery', 'plain', 'path');
