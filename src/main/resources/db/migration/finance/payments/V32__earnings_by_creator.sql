-- Sums over a month read hundreds of thousands of payments. What is summed stands in the indexes by the time of booking, so that they are
-- read alone, and not the payments. They are made before the former ones go, which nobody reads or writes payments beside; if something
-- long keeps that waiting, the start is given up rather than everybody held up.
create index payment_posted_sums on payment (posted_at) include (asset, kind, seller, price, fee, share) where posted_at is not null;
create index payment_reversed_sums on payment (reversed_at) include (asset, kind, seller, price, fee, share) where reversed_at is not null;
set local lock_timeout = '30s';
drop index payment_posted;
drop index payment_reversed;
