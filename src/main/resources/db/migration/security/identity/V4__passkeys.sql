-- Passkeys (WebAuthn Level 3): public keys and what came with them. Nothing here lets anybody sign in.
create table passkey (
  credential_id bytea primary key,
  id uuid not null unique,
  account_id uuid not null references account,
  public_key bytea not null,
  sign_count bigint not null,
  uv_initialized boolean not null,
  transports text not null,
  backup_eligible boolean not null,
  backup_state boolean not null,
  attestation_object bytea,
  attestation_client_data bytea,
  label bytea not null,
  created_at timestamptz not null,
  last_used_at timestamptz not null
);
create index passkey_by_account on passkey (account_id, created_at);

grant select, insert, update, delete on passkey to ${program};

call postgres.classify('identity.passkey', 'reference', 'credential_id, account_id');
call postgres.classify('identity.passkey', 'sealed', 'label');
call postgres.classify('identity.passkey', 'plain', 'id, public_key, sign_count, uv_initialized, transports, backup_eligible, backup_state, attestation_object, attestation_client_data, created_at, last_used_at');
