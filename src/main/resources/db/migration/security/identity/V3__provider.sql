-- The OpenID provider: what a brand may fetch with a code, for a minute and once; and the key that signs, the same on all nodes.
create table authorization_grant (
  id text primary key,
  code_hash bytea unique,
  body bytea not null,
  expires_at timestamptz not null
);
create index authorization_grant_by_expiry on authorization_grant (expires_at);

create table signing_key (
  id text primary key,
  key bytea not null,
  made_at timestamptz not null
);

grant select, insert, update, delete on authorization_grant to ${program};
grant select, insert on signing_key to ${program};

call postgres.classify('identity.authorization_grant', 'secret', 'id, code_hash, body');
call postgres.classify('identity.authorization_grant', 'plain', 'expires_at');
call postgres.classify('identity.signing_key', 'secret', 'key');
call postgres.classify('identity.signing_key', 'plain', 'id, made_at');
