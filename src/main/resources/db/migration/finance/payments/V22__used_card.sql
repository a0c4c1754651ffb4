-- Which card a payment was made with: brand and last four digits, sealed under its buyer's key. It stands on the receipt.
create table used_card (
  payment uuid primary key references payment (id),
  card bytea not null
);
create trigger used_card_is_history before update or delete or truncate on used_card
  for each statement execute function postgres.refuse_change();

grant select, insert on used_card to ${program};

call postgres.classify('payments.used_card', 'plain', 'payment');
call postgres.classify('payments.used_card', 'sealed', 'card');
