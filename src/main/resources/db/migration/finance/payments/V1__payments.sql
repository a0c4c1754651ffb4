-- The operator's fees. A version holds from a time that lies ahead when it is set, and is never changed.
create table fee (
  version int not null,
  kind text not null check (kind in ('tip', 'pass')),
  basis_points int not null check (basis_points between 0 and 10000),
  effective_from timestamptz not null,
  set_by uuid,
  set_at timestamptz not null,
  primary key (version, kind)
);
insert into fee values
  (1, 'tip', 2000, '2020-01-01Z', null, '2020-01-01Z'),
  (1, 'pass', 2000, '2020-01-01Z', null, '2020-01-01Z');

create table payment (
  id uuid primary key,
  buyer uuid not null,
  seller uuid not null,
  kind text not null check (kind in ('tip', 'pass')),
  item uuid,
  asset text not null,
  price numeric(78, 0) not null check (price > 0),
  fee numeric(78, 0) not null check (fee >= 0),
  share numeric(78, 0) not null check (share >= 0),
  fee_version int not null,
  state text not null check (state in
    ('CREATED', 'AUTHORISING', 'AUTHORISED', 'UNKNOWN', 'POSTED', 'SETTLED', 'DECLINED', 'REFUNDING', 'REFUNDED')),
  version int not null,
  reason text,
  provider text not null,
  method uuid,
  session text,
  next_url text,
  platform text not null,
  refunds int not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  posted_at timestamptz,
  reversed_at timestamptz,
  next_attempt_at timestamptz,
  attempts int not null default 0,
  check (fee + share = price),
  check (buyer <> seller),
  check ((kind = 'pass') = (item is not null)),
  check ((state = 'DECLINED') <= (reason is not null)),
  check (state not in ('POSTED', 'SETTLED', 'REFUNDING', 'REFUNDED') or posted_at is not null)
) with (fillfactor = 70);
create index payment_of_buyer on payment (buyer, created_at desc);
create index payment_posted on payment (posted_at) where posted_at is not null;
create index payment_reversed on payment (reversed_at) where reversed_at is not null;
create index payment_due on payment (next_attempt_at) where next_attempt_at is not null;
create unique index payment_session on payment (provider, session) where session is not null;

-- Every move of every payment, for ever.
create table transition (
  payment uuid not null references payment (id),
  version int not null,
  from_state text,
  to_state text not null,
  cause text not null,
  moved_at timestamptz not null,
  primary key (payment, version)
);

-- The provider's messages that were taken in, so that each counts once.
create table webhook (
  provider text not null,
  event_id text not null,
  payment uuid not null,
  progress text not null,
  received_at timestamptz not null,
  primary key (provider, event_id)
);

-- Saved ways to pay: the provider's token, never a card number.
create table method (
  id uuid primary key,
  account uuid not null,
  provider text not null,
  token bytea not null,
  card bytea not null,
  added_at timestamptz not null,
  removed_at timestamptz
);
create index method_of_account on method (account) where removed_at is null;

create trigger fee_is_history before update or delete or truncate on fee
  for each statement execute function postgres.refuse_change();
create trigger transition_is_history before update or delete or truncate on transition
  for each statement execute function postgres.refuse_change();
create trigger webhook_is_history before update or delete or truncate on webhook
  for each statement execute function postgres.refuse_change();

grant usage on schema payments to ${program};
grant select, insert, update on payment, method to ${program};
grant select, insert on fee, transition, webhook to ${program};

call postgres.classify('payments.fee', 'plain', 'version, kind, basis_points, effective_from, set_at');
call postgres.classify('payments.fee', 'reference', 'set_by');
call postgres.classify('payments.payment', 'reference', 'buyer, seller');
call postgres.classify('payments.payment', 'plain',
  'id, kind, item, asset, price, fee, share, fee_version, state, version, reason, provider, method, session, next_url, platform, '
  'refunds, created_at, updated_at, posted_at, reversed_at, next_attempt_at, attempts');
call postgres.classify('payments.transition', 'plain', 'payment, version, from_state, to_state, cause, moved_at');
call postgres.classify('payments.webhook', 'plain', 'provider, event_id, payment, progress, received_at');
call postgres.classify('payments.method', 'reference', 'account');
call postgres.classify('payments.method', 'secret', 'token');
call postgres.classify('payments.method', 'sealed', 'card');
call postgres.classify('payments.method', 'plain', 'id, provider, added_at, removed_at');
