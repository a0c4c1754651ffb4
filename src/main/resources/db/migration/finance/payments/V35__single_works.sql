-- Works that are bought one by one: what is bought is the work.
alter table fee drop constraint fee_kind_check;
alter table fee add constraint fee_kind_check check (kind in ('tip', 'pass', 'ppv'));

alter table payment drop constraint payment_kind_check;
alter table payment add constraint payment_kind_check check (kind in ('tip', 'pass', 'ppv'));
alter table payment drop constraint payment_check2;
alter table payment add constraint payment_item_check check ((kind = 'tip') = (item is null));

-- Whether somebody has paid for it already.
create index payment_of_item on payment (buyer, item) where kind = 'ppv';
