-- What a provider says that no transition answers: a refund that nobody here asked for, a dispute, a word that is not known.
create table unexpected_message (
  provider text not null,
  event_id text not null,
  payment uuid,                                        -- as the provider names it; null if it names none of ours
  word text not null check (length(word) between 1 and 60),
  asset text,
  amount numeric(78, 0),
  state text,                                          -- where the payment stood
  received_at timestamptz not null,
  primary key (provider, event_id),
  check ((asset is null) = (amount is null))
);
create index unexpected_message_of_payment on unexpected_message (payment) where payment is not null;
create trigger unexpected_message_is_history before update or delete or truncate on unexpected_message
  for each statement execute function postgres.refuse_change();
call postgres.classify('payments.unexpected_message', 'plain',
  'provider, event_id, payment, word, asset, amount, state, received_at');

-- People are called once for each state in which a payment has waited too long.
create table overdue_call (
  payment uuid not null references payment (id),
  version int not null,
  called_at timestamptz not null,
  primary key (payment, version)
);
create trigger overdue_call_is_history before update or delete or truncate on overdue_call
  for each statement execute function postgres.refuse_change();
call postgres.classify('payments.overdue_call', 'plain', 'payment, version, called_at');

grant select, insert on unexpected_message, overdue_call to ${program};
