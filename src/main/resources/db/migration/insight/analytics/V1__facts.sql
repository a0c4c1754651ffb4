-- Read models: all of it follows from the event log, so the program may empty and rebuild it.
create table payment (
  id uuid primary key,
  kind text not null,
  asset text not null,
  price numeric(78, 0) not null,
  fee numeric(78, 0) not null,
  share numeric(78, 0) not null,
  buyer uuid not null,
  seller uuid not null,
  settled_at timestamptz not null,
  refunded_at timestamptz
);
create index payment_settled on payment (settled_at, id);
create index payment_refunded on payment (refunded_at, id) where refunded_at is not null;

create table verified_account (
  id uuid primary key,
  verified_at timestamptz not null
);
create index verified_account_at on verified_account (verified_at, id);

create table activity (
  day date not null,
  account uuid not null,
  first_at timestamptz not null,
  primary key (day, account)
);

create table alert (
  id uuid primary key,
  severity text not null,
  opened_at timestamptz not null,
  closed_at timestamptz
);
create index alert_opened on alert (opened_at, id);

grant usage on schema analytics to ${program};
grant select, insert, update, delete on payment, verified_account, activity, alert to ${program};

call postgres.classify('analytics.payment', 'plain', 'id, kind, asset, price, fee, share, settled_at, refunded_at');
call postgres.classify('analytics.payment', 'reference', 'buyer, seller');
call postgres.classify('analytics.verified_account', 'reference', 'id');
call postgres.classify('analytics.verified_account', 'plain', 'verified_at');
call postgres.classify('analytics.activity', 'reference', 'account');
call postgres.classify('analytics.activity', 'plain', 'day, first_at');
call postgres.classify('analytics.alert', 'plain', 'id, severity, opened_at, closed_at');
