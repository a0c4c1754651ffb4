-- Finance staff look through all payments, newest first.
create index payment_newest on payment (created_at desc, id desc);
