-- Where a payment came from, and whether its card was kept here after it had once paid: keyed hashes, null where unknown.
alter table assessment
  add column address text,
  add column device text,
  add column saved_card boolean not null default false,
  add column refusal text;
create index assessment_from_address on assessment (address, assessed_at desc) where counted and address is not null;

-- Of a card that was refused to an account without a good history: where it was tried. Read for a day, and kept with the outcome.
alter table outcome add column address text, add column device text;
create index outcome_refused_card on outcome (address, reported_at) where outcome = 'declined' and address is not null;

alter table outcome drop constraint outcome_outcome_check;
alter table outcome add constraint outcome_outcome_check
  check (outcome in ('settled', 'declined', 'abandoned', 'refunded', 'disputed'));

call postgres.classify('fraud.assessment', 'plain', 'saved_card, refusal');
call postgres.classify('fraud.assessment', 'keyed', 'address, device');
call postgres.classify('fraud.outcome', 'keyed', 'address, device');
