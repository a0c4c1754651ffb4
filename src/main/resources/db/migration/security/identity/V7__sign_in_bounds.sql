-- Wrong codes of the second factor in a row; failures counts wrong passwords too, which a stranger can run up.
alter table account add column factor_failures integer not null default 0 check (factor_failures >= 0);
-- When the account last signed in, with all that it needs for it; never, for one that somebody opened and left.
alter table account add column signed_in_at timestamptz;
update account a set signed_in_at = (select max(k.last_at) from known_address k where k.account_id = a.id);
create index known_address_by_age on known_address (last_at);

call postgres.classify('identity.account', 'plain', 'factor_failures, signed_in_at');

-- Challenges of passkeys that nobody has answered yet. Whoever answers one takes it away, so of two answers that come at the same
-- moment one finds none, on whatever node.
create table passkey_challenge (
  challenge_hash bytea primary key,
  expires_at timestamptz not null
);
create index passkey_challenge_by_expiry on passkey_challenge (expires_at);

grant select, insert, delete on passkey_challenge to ${program};

call postgres.classify('identity.passkey_challenge', 'secret', 'challenge_hash');
call postgres.classify('identity.passkey_challenge', 'plain', 'expires_at');
