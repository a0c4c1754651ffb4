-- In which language an account's owner is written to.
alter table account add column language text not null default 'en' check (language in ('en', 'de'));

call postgres.classify('identity.account', 'plain', 'language');
