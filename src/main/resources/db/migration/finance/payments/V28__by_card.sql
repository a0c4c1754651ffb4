-- Staff find a payment by the last four digits of its card. The digits are sealed, so what is compared is their keyed hash. Payments from
-- before this have none.
alter table used_card add column last4_lookup bytea;
create index used_card_by_last4 on used_card (last4_lookup, payment) where last4_lookup is not null;
call postgres.classify('payments.used_card', 'keyed', 'last4_lookup');
