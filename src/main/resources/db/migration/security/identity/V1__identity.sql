-- People's and operators' accounts. What a person told us about themselves is ciphertext under that person's own key.
-- An address may stand on several accounts until its owner has confirmed one of them; so a registration never tells whether the
-- address was known before.
create table account (
  id uuid primary key,
  state text not null check (state in ('ACTIVE', 'SUSPENDED', 'CLOSED')),
  email_lookup bytea,
  email bytea,
  name bytea,
  date_of_birth bytea,
  country text not null check (country ~ '^[A-Z]{2}$'),
  password_hash bytea,
  password_scheme smallint,
  factor_set_up boolean not null default false,
  failures integer not null default 0 check (failures >= 0),
  policy_version integer not null,
  registered_at timestamptz not null,
  email_verified_at timestamptz,
  check ((email_lookup is null) = (state = 'CLOSED'))
);
create unique index account_by_confirmed_email on account (email_lookup) where email_verified_at is not null;
create index account_by_email on account (email_lookup, registered_at desc) where email_lookup is not null;
create index account_newest on account (registered_at desc, id desc);

create table role_grant (
  account_id uuid not null references account,
  role text not null check (role in
    ('FAN', 'CREATOR', 'MODERATOR', 'CUSTODIAN', 'FINANCE', 'ANALYST', 'EXECUTIVE', 'ADMINISTRATOR')),
  granted_at timestamptz not null,
  granted_by uuid,
  primary key (account_id, role)
);
create index role_grant_by_role on role_grant (role, account_id);

-- Where an account has signed in from: a stranger who uses up the account's limit does not lock its owner out of these places.
create table known_address (
  account_id uuid not null references account,
  address_hash text not null,
  last_at timestamptz not null,
  primary key (account_id, address_hash)
);

create table email_proof (
  token_hash bytea primary key,
  account_id uuid not null references account,
  made_at timestamptz not null,
  expires_at timestamptz not null
);
create index email_proof_by_account on email_proof (account_id);

create table invitation (
  id uuid primary key,
  token_hash bytea not null unique,
  role text not null,
  made_by uuid,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by uuid
);

-- Sessions of browsers and API clients. The client's token is never stored, only its hash; the attributes are sealed.
create table session (
  id uuid primary key,
  token_hash bytea not null unique,
  account_id uuid references account,
  factors text not null default '',
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  signed_in_at timestamptz,
  fresh_at timestamptz,
  expires_at timestamptz not null,
  single_sign_on uuid,
  platform text,
  device bytea,
  attributes bytea,
  check (account_id is null or (signed_in_at is not null and fresh_at is not null and single_sign_on is not null))
);
create index session_by_account on session (account_id) where account_id is not null;
create index session_by_single_sign_on on session (single_sign_on) where single_sign_on is not null;
create index session_by_expiry on session (expires_at);

-- A version is never changed: a new one is added. country '*' is the rule of all countries that have none of their own.
create table eligibility_rule (
  version integer not null,
  country text not null check (country ~ '^([A-Z]{2}|\*)$'),
  served boolean not null,
  age_min integer not null check (age_min >= 18),
  source text not null,
  reviewed_by text,
  effective_from date not null,
  primary key (version, country)
);
create trigger keep before update or delete on eligibility_rule for each row execute function postgres.refuse_change();
create trigger keep_all before truncate on eligibility_rule for each statement execute function postgres.refuse_change();

create table sanctions_list (
  id uuid primary key,
  source text not null,
  published_on date not null,
  sha256 bytea not null,
  entries integer not null check (entries > 0),
  sample boolean not null,
  imported_at timestamptz not null,
  imported_by uuid
);
create table sanctions_entry (
  list_id uuid not null references sanctions_list,
  number integer not null,
  name text not null,
  born date,
  primary key (list_id, number)
);
create trigger keep before update or delete on sanctions_list for each row execute function postgres.refuse_change();
create trigger keep before update or delete on sanctions_entry for each row execute function postgres.refuse_change();
create trigger keep_all before truncate on sanctions_list for each statement execute function postgres.refuse_change();
create trigger keep_all before truncate on sanctions_entry for each statement execute function postgres.refuse_change();

-- A first policy to start from. Not reviewed by counsel: the operator adds a version with a reviewer.
insert into eligibility_rule (version, country, served, age_min, source, reviewed_by, effective_from) values
  (1, '*', true, 18, 'adults only', null, date '2025-01-01'),
  (1, 'KR', true, 19, 'Youth Protection Act, article 2', null, date '2025-01-01'),
  (1, 'TH', true, 20, 'Civil and Commercial Code, section 19', null, date '2025-01-01'),
  (1, 'SG', true, 21, 'Films Act, rating R21', null, date '2025-01-01'),
  (1, 'CU', false, 18, '31 CFR 515', null, date '2025-01-01'),
  (1, 'IR', false, 18, '31 CFR 560', null, date '2025-01-01'),
  (1, 'KP', false, 18, '31 CFR 510', null, date '2025-01-01');

grant usage on schema identity to ${program};
grant select, insert, update on account, invitation to ${program};
grant select, insert, update, delete on session, known_address, email_proof, role_grant to ${program};
grant select, insert on eligibility_rule, sanctions_list, sanctions_entry to ${program};

call postgres.classify('identity.account', 'reference', 'id');
call postgres.classify('identity.account', 'keyed', 'email_lookup');
call postgres.classify('identity.account', 'sealed', 'email, name, date_of_birth');
call postgres.classify('identity.account', 'secret', 'password_hash');
call postgres.classify('identity.account', 'plain',
  'state, country, factor_set_up, failures, password_scheme, policy_version, registered_at, email_verified_at');
call postgres.classify('identity.role_grant', 'reference', 'account_id, granted_by');
call postgres.classify('identity.role_grant', 'plain', 'role, granted_at');
call postgres.classify('identity.known_address', 'reference', 'account_id');
call postgres.classify('identity.known_address', 'keyed', 'address_hash');
call postgres.classify('identity.known_address', 'plain', 'last_at');
call postgres.classify('identity.email_proof', 'secret', 'token_hash');
call postgres.classify('identity.email_proof', 'reference', 'account_id');
call postgres.classify('identity.email_proof', 'plain', 'made_at, expires_at');
call postgres.classify('identity.invitation', 'secret', 'token_hash');
call postgres.classify('identity.invitation', 'reference', 'made_by, used_by');
call postgres.classify('identity.invitation', 'plain', 'id, role, made_at, expires_at, used_at');
call postgres.classify('identity.session', 'secret', 'token_hash, attributes');
call postgres.classify('identity.session', 'reference', 'account_id');
call postgres.classify('identity.session', 'sealed', 'device');
call postgres.classify('identity.session', 'plain', 'id, factors, created_at, last_seen_at, signed_in_at, fresh_at, expires_at, single_sign_on, platform');
call postgres.classify('identity.eligibility_rule', 'plain',
  'version, country, served, age_min, source, reviewed_by, effective_from');
call postgres.classify('identity.sanctions_list', 'plain', 'id, source, published_on, sha256, entries, sample, imported_at');
call postgres.classify('identity.sanctions_list', 'reference', 'imported_by');
-- Names on a published list are public; they are nobody's account here.
call postgres.classify('identity.sanctions_entry', 'plain', 'list_id, number, name, born');
