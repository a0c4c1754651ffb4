-- Who asks for a new password is written down, whether there is such an account or not; a job looks later, so the answer cannot tell.
create table password_request (
  id uuid primary key,
  email_lookup bytea not null,
  made_at timestamptz not null
);
create index password_request_by_age on password_request (made_at, id);

-- Mailed links by which a new password is chosen: good once, and only their hashes are kept.
create table password_proof (
  token_hash bytea primary key,
  account_id uuid not null references account,
  made_at timestamptz not null,
  expires_at timestamptz not null
);
create index password_proof_by_account on password_proof (account_id);

grant select, insert, delete on password_request, password_proof to ${program};

call postgres.classify('identity.password_request', 'plain', 'id, made_at');
call postgres.classify('identity.password_request', 'keyed', 'email_lookup');
call postgres.classify('identity.password_proof', 'secret', 'token_hash');
call postgres.classify('identity.password_proof', 'reference', 'account_id');
call postgres.classify('identity.password_proof', 'plain', 'made_at, expires_at');
