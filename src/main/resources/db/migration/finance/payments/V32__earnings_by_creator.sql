-- Sums over a month read hundreds of thousands of payments. What is summed stands in the indexes by the time of booking, so that they are
-- read alone, and not the payments.
drop index payment_posted;
drop index payment_reversed;
create index payment_posted on payment (posted_at) include (asset, kind, seller, price, fee, share) where posted_at is not null;
create index payment_reversed on payment (reversed_at) include (asset, kind, seller, price, fee, share) where reversed_at is not null;
