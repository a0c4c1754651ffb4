-- Pages show the last eight digits of an id, so staff find a payment by them.
create index payment_by_end_of_id on payment (right(id::text, 8));
