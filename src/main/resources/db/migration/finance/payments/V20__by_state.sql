-- Finance looks for the few payments of a state among millions. Most are settled, and those the list of the newest leads to.
create index payment_by_state on payment (state, created_at desc, id desc) where state <> 'SETTLED';
