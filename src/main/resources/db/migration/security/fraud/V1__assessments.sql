-- What was assessed, once a transaction and for ever: the features as they were, the rules that judged them, and the verdict.
create table assessment (
  id uuid primary key,
  payment uuid not null unique,
  counted boolean not null, -- false: asked for by staff, so it is no part of anybody's history
  account uuid not null,
  counterparty uuid not null,
  asset text not null,
  amount numeric(78, 0) not null check (amount > 0),
  score smallint not null check (score between 0 and 100),
  risk_level text not null check (risk_level in ('low', 'medium', 'high', 'critical')),
  reasons jsonb not null,
  features jsonb not null,
  rule_set text not null,
  assessed_at timestamptz not null
);
create index assessment_of_account on assessment (account, assessed_at desc) where counted;

-- What became of it: the second of the two calls that this history is made of.
create table outcome (
  payment uuid not null references assessment (payment),
  outcome text not null check (outcome in ('settled', 'declined', 'abandoned', 'refunded')),
  reported_at timestamptz not null,
  primary key (payment, outcome)
);

create trigger assessment_is_history before update or delete or truncate on assessment
  for each statement execute function postgres.refuse_change();
create trigger outcome_is_history before update or delete or truncate on outcome
  for each statement execute function postgres.refuse_change();

grant usage on schema fraud to ${program};
grant select, insert on assessment, outcome to ${program};

call postgres.classify('fraud.assessment', 'reference', 'account, counterparty');
call postgres.classify('fraud.assessment', 'plain',
  'id, payment, counted, asset, amount, score, risk_level, reasons, features, rule_set, assessed_at');
call postgres.classify('fraud.outcome', 'plain', 'payment, outcome, reported_at');
