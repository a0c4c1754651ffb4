-- A person's payments are those that they made and those that they were paid by, the newest first.
create index payment_with_seller on payment (seller, created_at desc, id desc);
