-- Which part of the program a posting belongs to: 0 not written down, 1 payments, 2 people by hand, 3 the ledger itself.
alter table posting add column keeper smallint not null default 0 check (keeper between 0 and 3);
call postgres.classify('ledger.posting', 'plain', 'keeper');

-- Postings by hand: one person proposes, another approves. The ledger's posting has an id of its own, which follows from the proposal's.
create table hand_posting (
  id            uuid primary key,
  posting       uuid not null unique,
  number        bigint generated always as identity unique,
  kind          smallint not null check (kind between 1 and 5),
  refers_to     uuid,
  expires_after text,
  effective_at  timestamptz not null,
  reason        text not null check (length(reason) between 1 and 500),
  state         text not null check (state in ('PROPOSED', 'APPROVED', 'RECORDED', 'REFUSED', 'REJECTED', 'LAPSED')),
  proposed_by   uuid not null,
  proposed_at   timestamptz not null,
  decided_by    uuid,
  decided_at    timestamptz,
  outcome       smallint,                              -- the ledger's: 0 accepted, else why it was refused
  first_seq     bigint,
  check (decided_by is distinct from proposed_by or state = 'REJECTED'),
  check ((state in ('APPROVED', 'RECORDED', 'REFUSED', 'REJECTED')) = (decided_by is not null)),
  check ((state in ('RECORDED', 'REFUSED')) = (outcome is not null)),
  check ((first_seq is not null) = (outcome is not distinct from 0))
);
create index hand_posting_open on hand_posting (proposed_at) where state in ('PROPOSED', 'APPROVED');
call postgres.classify('ledger.hand_posting', 'plain',
  'id, posting, number, kind, refers_to, expires_after, effective_at, reason, state, proposed_at, decided_at, outcome, first_seq');
call postgres.classify('ledger.hand_posting', 'reference', 'proposed_by, decided_by');

create table hand_posting_leg (
  hand_posting uuid not null references hand_posting,
  place        smallint not null,
  debit        bigint not null,
  credit       bigint not null,
  asset        text not null,
  amount       numeric(78,0) not null check (amount > 0),
  code         int not null,
  primary key (hand_posting, place)
);
call postgres.classify('ledger.hand_posting_leg', 'plain', 'hand_posting, place, debit, credit, asset, amount, code');

create trigger refuse_change before update or delete or truncate on hand_posting_leg execute function postgres.refuse_change();
grant select, insert on hand_posting, hand_posting_leg to ${program};
grant update (state, decided_by, decided_at, outcome, first_seq) on hand_posting to ${program};
