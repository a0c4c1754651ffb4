-- Staff find a payment by what it cost. What nobody took is looked at in two heaps: what
-- somebody said no to, and what buyers did not finish.
create index payment_by_price on payment (price, created_at desc, id desc);
create index payment_abandoned on payment (created_at desc, id desc) where reason = 'abandoned';
create index payment_refused on payment (created_at desc, id desc) where state = 'DECLINED' and reason <> 'abandoned';
