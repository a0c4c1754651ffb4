-- What a provider has said of a payment whose money goes back without us. It stands on the payment, so that the payment's lock decides
-- whether a refund began before it was said; afterwards none begins.
alter table payment add column taken_back text check (taken_back in ('DISPUTED', 'PAID_BACK'));
create index payment_taken_back on payment (taken_back, created_at desc, id desc) where taken_back is not null;

update payment set taken_back = said.taken_back
  from (
    select unexpected.payment,
           min(case webhook.progress when 'DISPUTED' then 'DISPUTED' else 'PAID_BACK' end) as taken_back
      from unexpected_message unexpected join webhook using (provider, event_id)
     where webhook.progress in ('DISPUTED', 'REFUNDED') and unexpected.state is not null
     group by unexpected.payment) said
 where payment.id = said.payment;

call postgres.classify('payments.payment', 'plain', 'taken_back');
