-- A signature is by the name of the check that held then; under another name the agreement is signed again.
alter table agreement_signature drop constraint agreement_signature_pkey;
alter table agreement_signature add primary key (creator, number, verification);
