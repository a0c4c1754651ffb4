-- By which rule an address was made into its look-up hash: 1 the former one (lower case only), 2 the canonical form. A job brings the
-- rows of the former rule over; a node of the release before still writes such rows while nodes are exchanged.
alter table account add column address_form smallint not null default 1 check (address_form in (1, 2));
create index account_of_former_form on account (id) where address_form = 1;

-- An invitation belongs to the address that it was sent to; one that the program wrote for the operator belongs to whoever holds it.
alter table invitation add column email_lookup bytea;

-- Which network caused a letter, so that what strangers cause is not counted against the owner.
alter table email_proof add column caused_from text;
alter table password_request add column caused_from text;
alter table password_proof add column caused_from text;

call postgres.classify('identity.account', 'plain', 'address_form');
call postgres.classify('identity.invitation', 'keyed', 'email_lookup');
call postgres.classify('identity.email_proof', 'keyed', 'caused_from');
call postgres.classify('identity.password_request', 'keyed', 'caused_from');
call postgres.classify('identity.password_proof', 'keyed', 'caused_from');
