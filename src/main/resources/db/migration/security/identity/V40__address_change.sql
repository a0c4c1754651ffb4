-- Another e-mail address, as its owner asked for it: it counts once the new mailbox and the former one have both said yes. What is
-- personal goes when the change has ended; the row itself stays until its letters' links have run out, which are counted by it.
create table address_change (
  id uuid primary key,
  account_id uuid not null references account,
  state text not null check (state in ('OPEN', 'DONE', 'CANCELLED', 'OBJECTED', 'LAPSED')),
  email_lookup bytea not null,
  email bytea,
  password_hash bytea,
  password_scheme smallint not null,
  former_lookup bytea not null,
  former_password_hash bytea,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  new_confirmed_at timestamptz,
  former_confirmed_at timestamptz,
  check (state <> 'OPEN' or (email is not null and password_hash is not null and former_password_hash is not null))
);
create unique index address_change_open on address_change (account_id) where state = 'OPEN';
create index address_change_by_account on address_change (account_id);
create index address_change_by_address on address_change (email_lookup);
create index address_change_by_expiry on address_change (expires_at);

-- One letter's link. Each letter to one of the two mailboxes has its own, and all of a change are good until it ends.
create table address_change_link (
  token_hash bytea primary key,
  change_id uuid not null references address_change on delete cascade,
  to_new boolean not null,
  caused_from text not null,
  made_at timestamptz not null
);
create index address_change_link_by_change on address_change_link (change_id);

grant select, insert, update, delete on address_change, address_change_link to ${program};

call postgres.classify('identity.address_change', 'reference', 'account_id');
call postgres.classify('identity.address_change', 'keyed', 'email_lookup, former_lookup');
call postgres.classify('identity.address_change', 'sealed', 'email');
call postgres.classify('identity.address_change', 'secret', 'password_hash, former_password_hash');
call postgres.classify('identity.address_change', 'plain',
  'id, state, password_scheme, asked_at, expires_at, new_confirmed_at, former_confirmed_at');
call postgres.classify('identity.address_change_link', 'secret', 'token_hash');
call postgres.classify('identity.address_change_link', 'keyed', 'caused_from');
call postgres.classify('identity.address_change_link', 'plain', 'change_id, to_new, made_at');
