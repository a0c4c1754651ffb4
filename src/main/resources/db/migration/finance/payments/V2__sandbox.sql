-- The sandbox provider's own books: what a real provider would keep on its side. It keeps no card number either.
create table sandbox_checkout (
  session text primary key,
  reference uuid not null unique,
  asset text not null,
  amount numeric(78, 0) not null check (amount > 0),
  state text not null check (state in ('OPEN', 'UNKNOWN', 'AUTHORISED', 'CAPTURED', 'DECLINED', 'CANCELLED', 'REFUNDED')),
  refusal text,
  scenario text,
  card text,
  return_url text not null,
  resolves_at timestamptz,
  created_at timestamptz not null
);
create index sandbox_checkout_unresolved on sandbox_checkout (resolves_at) where state = 'UNKNOWN';

create table sandbox_card (
  token text primary key,
  scenario text not null,
  brand text not null,
  last4 text not null,
  expires text not null
);

-- Messages still to be delivered; gone once the receiver has answered.
create table sandbox_delivery (
  id bigint generated always as identity primary key,
  body text not null,
  due_at timestamptz not null,
  attempts int not null default 0
);
create index sandbox_delivery_due on sandbox_delivery (due_at);

grant select, insert, update on sandbox_checkout to ${program};
grant select, insert on sandbox_card to ${program};
grant select, insert, update, delete on sandbox_delivery to ${program};

call postgres.classify('payments.sandbox_checkout', 'plain',
  'session, reference, asset, amount, state, refusal, scenario, return_url, resolves_at, created_at');
call postgres.classify('payments.sandbox_checkout', 'secret', 'card');
call postgres.classify('payments.sandbox_card', 'secret', 'token');
call postgres.classify('payments.sandbox_card', 'plain', 'scenario, brand, last4, expires');
call postgres.classify('payments.sandbox_delivery', 'plain', 'id, body, due_at, attempts');
