-- The sandbox vendor knows refunds by our ids: the same one asked again is answered as before, and another finds nothing left to give.
create table sandbox_refund (
  refund uuid primary key,
  session text not null references sandbox_checkout (session),
  asset text not null,
  amount numeric(78, 0) not null check (amount > 0),
  outcome text not null check (outcome in ('REFUNDED', 'REFUND_REFUSED')),
  asked_at timestamptz not null
);
create unique index sandbox_refund_once on sandbox_refund (session) where outcome = 'REFUNDED';

grant select, insert on sandbox_refund to ${program};

call postgres.classify('payments.sandbox_refund', 'plain', 'refund, session, asset, amount, outcome, asked_at');
