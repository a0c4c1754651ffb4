-- One row a key that is in use or was used within the last day. The id is a hash of account, method, path and key.
-- The answer is sealed, for it may show its reader's own data; the hash of the request is keyed, for a form may hold a password.
create table request (
  id uuid primary key,
  asked bytea not null check (length(asked) = 32),
  runner uuid not null,
  lease_until timestamptz not null,
  answer bytea,
  expires_at timestamptz not null
) with (fillfactor = 80);

create index request_expires_at on request (expires_at);

call postgres.classify('request', 'plain', 'runner, lease_until, expires_at');
call postgres.classify('request', 'reference', 'id');
call postgres.classify('request', 'keyed', 'asked');
call postgres.classify('request', 'secret', 'answer');

grant usage on schema idempotency to ${program};
grant select, insert, update, delete on request to ${program};
