-- A creator looks at what they were paid, the latest first, and at the sums of the last days.
create index payment_of_seller on payment (seller, posted_at desc, id desc) where posted_at is not null;
