-- Authenticator apps: one an account. last_step rises with every code that is accepted, so no code works twice, on whatever node.
create table totp (
  account_id uuid primary key references account,
  secret bytea,
  last_step bigint not null default -1,
  confirmed_at timestamptz,
  proposed bytea,
  proposed_at timestamptz,
  check ((secret is null) = (confirmed_at is null)),
  check ((proposed is null) = (proposed_at is null))
);

create table recovery_code (
  account_id uuid not null references account,
  code_hash bytea not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);

grant select, insert, update, delete on totp, recovery_code to ${program};

call postgres.classify('identity.totp', 'reference', 'account_id');
call postgres.classify('identity.totp', 'secret', 'secret, proposed');
call postgres.classify('identity.totp', 'plain', 'last_step, confirmed_at, proposed_at');
call postgres.classify('identity.recovery_code', 'reference', 'account_id');
call postgres.classify('identity.recovery_code', 'secret', 'code_hash');
call postgres.classify('identity.recovery_code', 'plain', 'made_at, used_at');
