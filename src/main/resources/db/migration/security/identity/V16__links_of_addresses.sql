-- To which address a letter went. Its link is worth nothing once the account has another: it shows that the former mailbox is read.
alter table email_proof add column email_lookup bytea;
alter table password_proof add column email_lookup bytea;

call postgres.classify('identity.email_proof', 'keyed', 'email_lookup');
call postgres.classify('identity.password_proof', 'keyed', 'email_lookup');
