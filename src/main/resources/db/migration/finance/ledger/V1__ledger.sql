-- The double-entry ledger. Amounts are whole base units; numeric(78,0) holds any uint256.
-- Only account and hold ever change, and both can be rebuilt from the rest.

create table asset (
  id    int generated always as identity primary key,
  code  text not null unique,                          -- a code has one scale, for ever
  scale smallint not null check (scale between 0 and 36)
);
call postgres.classify('ledger.asset', 'plain', 'id, code, scale');

create table account (
  id              bigint generated always as identity primary key,
  owner_id        text not null,                       -- an account's id, or a system's name
  code            int not null,                        -- its place in the chart of accounts
  asset_id        int not null references asset,
  side            smallint not null check (side between 0 and 2),   -- bounded: 0 not, 1 on credits, 2 on debits
  state           smallint not null default 0 check (state between 0 and 2),   -- 0 open, 1 frozen, 2 closed
  minimum         numeric(78,0) not null default 0,
  debits          numeric(78,0) not null default 0 check (debits >= 0),
  credits         numeric(78,0) not null default 0 check (credits >= 0),
  pending_debits  numeric(78,0) not null default 0 check (pending_debits >= 0),
  pending_credits numeric(78,0) not null default 0 check (pending_credits >= 0),
  version         bigint not null default 0,           -- how many entries it has
  last_seq        bigint not null default 0,
  opened_at       timestamptz not null,
  unique (owner_id, code, asset_id),
  -- the second line of defence under the program's own rules
  constraint bound check (case side
    when 1 then credits - debits - pending_debits >= minimum
    when 2 then debits - credits - pending_credits >= minimum
    else true end)
) with (fillfactor = 40);                              -- no index on what changes, and room beside it: updates stay on their page
call postgres.classify('ledger.account', 'reference', 'owner_id');
call postgres.classify('ledger.account', 'plain', 'id, code, asset_id, side, state, minimum, debits, credits, pending_debits,
  pending_credits, version, last_seq, opened_at');

-- One row a batch. The height is the fence: of two writers that build on the same block one fails.
create table block (
  height        bigint primary key,
  first_seq     bigint not null,
  transfers     int not null,
  previous_hash bytea not null check (length(previous_hash) = 32),
  hash          bytea not null check (length(hash) = 32),
  posted_at     timestamptz not null
);
create index block_posted_at on block (posted_at);
call postgres.classify('ledger.block', 'plain', 'height, first_seq, transfers, previous_hash, hash, posted_at');

-- What was asked under an id and what became of it, rejections included: a retry reads its answer here.
create table posting (
  id             uuid primary key,
  first_seq      bigint,                               -- null when rejected
  block          bigint not null,
  effective_at   timestamptz not null,
  expires_at     timestamptz,
  refers_to      uuid,
  kind           smallint not null check (kind between 1 and 5),
  reason         smallint not null check ((reason = 0) = (first_seq is not null)),   -- 0 accepted
  legs           smallint not null,
  request        bytea not null check (length(request) = 32),   -- SHA-256 of what was asked
  reference_type text not null,
  reference_id   text not null
);
-- A pending posting is resolved once, a posting is reversed once.
create unique index posting_refers_to on posting (refers_to) where refers_to is not null and reason = 0;
call postgres.classify('ledger.posting', 'plain', 'id, first_seq, block, effective_at, expires_at, refers_to, kind, reason, legs,
  request, reference_type');
call postgres.classify('ledger.posting', 'reference', 'reference_id');

create table transfer (
  seq            bigint primary key,
  posting_id     uuid not null,
  debit_account  bigint not null,
  credit_account bigint not null,
  amount         numeric(78,0) not null check (amount > 0),
  asset_id       int not null,
  code           int not null,
  leg            smallint not null,
  check (debit_account <> credit_account)
);
call postgres.classify('ledger.transfer', 'plain', 'seq, posting_id, debit_account, credit_account, amount, asset_id, code, leg');

-- Two a transfer. The key serves statements and the balance as of any sequence number.
create table entry (
  account_id      bigint not null,
  seq             bigint not null,
  version         bigint not null,
  amount          numeric(78,0) not null,              -- change of what is posted: credits positive, debits negative
  pending         numeric(78,0) not null,              -- the same for what is pending
  balance         numeric(78,0) not null,              -- credits minus debits, afterwards
  pending_debits  numeric(78,0) not null,
  pending_credits numeric(78,0) not null,
  primary key (account_id, seq)
);
call postgres.classify('ledger.entry', 'plain', 'account_id, seq, version, amount, pending, balance, pending_debits, pending_credits');

-- Pending postings that nobody has posted or voided yet: a small table.
create table hold (
  posting_id uuid primary key,
  expires_at timestamptz
);
create index hold_expires_at on hold (expires_at) where expires_at is not null;
call postgres.classify('ledger.hold', 'plain', 'posting_id, expires_at');

create trigger refuse_change before update or delete or truncate on asset execute function postgres.refuse_change();
create trigger refuse_change before update or delete or truncate on block execute function postgres.refuse_change();
create trigger refuse_change before update or delete or truncate on posting execute function postgres.refuse_change();
create trigger refuse_change before update or delete or truncate on transfer execute function postgres.refuse_change();
create trigger refuse_change before update or delete or truncate on entry execute function postgres.refuse_change();

grant usage on schema ledger to ${program};
grant select, insert on asset, account, block, posting, transfer, entry to ${program};
grant update (state, minimum, debits, credits, pending_debits, pending_credits, version, last_seq) on account to ${program};
grant select, insert, delete on hold to ${program};
