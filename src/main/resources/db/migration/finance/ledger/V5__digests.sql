-- What an account or an asset is stands in no block. A digest beside it shows whatever was changed past the program.
create function asset_digest(code text, scale int) returns bytea stable parallel safe language sql
  return sha256(convert_to(jsonb_build_array(code, scale)::text, 'UTF8'));

create function account_digest(owner_id text, code int, asset_id int, side int, state int, minimum numeric, opened_at timestamptz)
  returns bytea stable parallel safe language sql
  return sha256(convert_to(
    jsonb_build_array(owner_id, code, asset_id, side, state, minimum, extract(epoch from opened_at))::text, 'UTF8'));

alter table asset add column digest bytea;
alter table asset disable trigger refuse_change;
update asset set digest = ledger.asset_digest(code, scale);
alter table asset enable trigger refuse_change;
alter table asset alter column digest set not null;
call postgres.classify('ledger.asset', 'plain', 'digest');

alter table account add column digest bytea;
update account set digest = ledger.account_digest(owner_id, code, asset_id, side, state, minimum, opened_at);
alter table account alter column digest set not null;
call postgres.classify('ledger.account', 'plain', 'digest');

grant update (digest) on account to ${program};

revoke execute on function asset_digest(text, int) from public;
revoke execute on function account_digest(text, int, int, int, int, numeric, timestamptz) from public;
grant execute on function asset_digest(text, int) to ${program};
grant execute on function account_digest(text, int, int, int, int, numeric, timestamptz) to ${program};
