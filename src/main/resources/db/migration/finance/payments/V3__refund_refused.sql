-- A provider may refuse for good to pay back: the payment then ends there, and the sandbox vendor knows that end too.
alter table payment drop constraint payment_state_check;
alter table payment add constraint payment_state_check check (state in
  ('CREATED', 'AUTHORISING', 'AUTHORISED', 'UNKNOWN', 'POSTED', 'SETTLED', 'DECLINED', 'REFUNDING', 'REFUNDED', 'REFUND_REFUSED'));
alter table payment add constraint payment_refund_refused_check check (
  state <> 'REFUND_REFUSED' or (posted_at is not null and reason is not null));

alter table sandbox_checkout drop constraint sandbox_checkout_state_check;
alter table sandbox_checkout add constraint sandbox_checkout_state_check check (state in
  ('OPEN', 'UNKNOWN', 'AUTHORISED', 'CAPTURED', 'DECLINED', 'CANCELLED', 'REFUNDED', 'REFUND_REFUSED'));
