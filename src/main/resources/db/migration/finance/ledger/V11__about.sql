-- What a posting by hand is about: a payment whose money went back without us. What takes such a posting back is about the same.
alter table hand_posting add column about uuid;
create index hand_posting_about on hand_posting (about, number desc) where about is not null;
create index hand_posting_reversal on hand_posting (refers_to) where kind = 5;
call postgres.classify('ledger.hand_posting', 'plain', 'about');
