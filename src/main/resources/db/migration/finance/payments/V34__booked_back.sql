-- Whether people have booked by hand what was taken back of a payment. It follows the ledger's postings by hand, so that those which are
-- not booked yet are one look-up.
alter table payment add column booked_back boolean not null default false;
create index payment_to_book_back on payment (created_at desc, id desc)
 where taken_back is not null and not booked_back and state in ('SETTLED', 'REFUND_REFUSED');
call postgres.classify('payments.payment', 'plain', 'booked_back');
