-- The plain way: one prepared call a transfer, everything under row locks in one transaction of its own. The tables are the ledger's:
-- the same columns, types, constraints, keys, indexes and fill factor, for what a plain ledger needs (no holds, no blocks, no events).
create schema baseline;

create table baseline.account (like ledger.account including all);
create table baseline.posting (like ledger.posting including all);
create table baseline.transfer (like ledger.transfer including all);
create table baseline.entry (like ledger.entry including all);
create sequence baseline.transfer_seq;

-- Returns 0 when accepted, else the reason's number. An id that was used before gets its first answer; with another request it is 11.
create function baseline.record(
  p_id uuid, p_request bytea, p_debit bigint, p_credit bigint, p_amount numeric, p_asset int, p_code int,
  p_reference_type text, p_reference_id text, p_effective_at timestamptz)
returns smallint language plpgsql as $$
declare
  d baseline.account;
  c baseline.account;
  stored record;
  rejected smallint := 0;
  n bigint;
begin
  select reason, request into stored from baseline.posting where id = p_id;
  if found then
    return case when stored.request = p_request then stored.reason else 11 end;
  end if;

  -- Lock in one global order: two transactions over the same accounts can then never deadlock.
  if p_debit < p_credit then
    select * into d from baseline.account where id = p_debit for update;
    select * into c from baseline.account where id = p_credit for update;
  else
    select * into c from baseline.account where id = p_credit for update;
    select * into d from baseline.account where id = p_debit for update;
  end if;

  if d.id is null or c.id is null then rejected := 2;
  elsif d.state = 2 or c.state = 2 then rejected := 4;
  elsif d.state = 1 or c.state = 1 then rejected := 3;
  elsif d.asset_id <> p_asset or c.asset_id <> p_asset then rejected := 5;
  elsif d.side = 1 and d.credits - d.debits - d.pending_debits - p_amount < d.minimum then rejected := 1;
  elsif c.side = 2 and c.debits - c.credits - c.pending_credits - p_amount < c.minimum then rejected := 1;
  end if;

  if rejected <> 0 then
    insert into baseline.posting (id, block, effective_at, kind, reason, legs, request, reference_type, reference_id)
    values (p_id, 0, p_effective_at, 1, rejected, 0, p_request, p_reference_type, p_reference_id);
    return rejected;
  end if;

  n := nextval('baseline.transfer_seq');
  update baseline.account set debits = debits + p_amount, version = version + 1, last_seq = n where id = p_debit;
  update baseline.account set credits = credits + p_amount, version = version + 1, last_seq = n where id = p_credit;
  insert into baseline.posting (id, first_seq, block, effective_at, kind, reason, legs, request, reference_type, reference_id)
  values (p_id, n, 0, p_effective_at, 1, 0, 1, p_request, p_reference_type, p_reference_id);
  insert into baseline.transfer (seq, posting_id, debit_account, credit_account, amount, asset_id, code, leg)
  values (n, p_id, p_debit, p_credit, p_amount, p_asset, p_code, 0);
  insert into baseline.entry (account_id, seq, version, amount, pending, balance, pending_debits, pending_credits)
  values
    (p_debit, n, d.version + 1, -p_amount, 0, d.credits - d.debits - p_amount, d.pending_debits, d.pending_credits),
    (p_credit, n, c.version + 1, p_amount, 0, c.credits - c.debits + p_amount, c.pending_debits, c.pending_credits);
  return 0;
end $$;

grant usage on schema baseline to fanz_app;
grant select, insert, update on all tables in schema baseline to fanz_app;
grant usage on sequence baseline.transfer_seq to fanz_app;
