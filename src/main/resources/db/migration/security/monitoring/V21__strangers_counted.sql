-- What strangers fail at is kept in full for a while, and then as one counted row an address, hour and reason: whoever tries a million
-- addresses that nobody has makes a row an hour, and an analyst still reads how many, from where, when first and when last.
alter table security_event add column attempts int not null default 1 check (attempts > 0);
alter table security_event add column counted boolean not null default false;
call postgres.classify('monitoring.security_event', 'plain', 'attempts, counted');

-- Only single rows, without an account, of the program's own seeing, of which no alert tells; the oldest first, a bounded number. The counted
-- row takes the place of the first in the order. Nothing younger than an hour is ever counted together, whatever the caller says.
create function count_strangers(counted_before timestamptz, most int) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  folded int;
begin
  perform set_config('monitoring.forgetting', 'on', true);
  with due as materialized (
    select seq from monitoring.security_event e
    where user_id is null and ip_address is not null and category = 'AUTHENTICATION' and severity = 'MEDIUM'
      and reported_by is null and raw_data is null and not counted
      and at < counted_before and at < statement_timestamp() - interval '1 hour'
      and not exists (select from monitoring.alert_event a where a.event = e.id)
      and not exists (select from monitoring.alert a where a.event_id = e.id)
    order by at limit most
  ), gone as (
    delete from monitoring.security_event where seq in (select seq from due) returning *
  ), inserted as (
    insert into monitoring.security_event (seq, id, at, recorded_at, source, category, severity, title, description, ip_address,
      platform, location, metadata, tags, attempts, counted)
    overriding system value
    select min(seq), gen_random_uuid(), max(at), max(recorded_at), source,
      category, severity, title,
      count(*) || ' alike, the first at ' || to_char(min(at) at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC, the last at '
        || to_char(max(at) at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC',
      ip_address, min(platform), min(location),
      jsonb_strip_nulls(jsonb_build_object('reason', metadata ->> 'reason', 'method', metadata ->> 'method', 'attempts', count(*)::text)),
      min(tags), count(*), true
    from gone
    group by ip_address, date_trunc('hour', at), source, category, severity, title, metadata ->> 'reason', metadata ->> 'method'
    returning 1
  )
  select count(*) into folded from gone;
  perform set_config('monitoring.forgetting', 'off', true);
  return folded;
end $$;

create index security_event_strangers on security_event (at)
  where user_id is null and category = 'AUTHENTICATION' and severity = 'MEDIUM' and reported_by is null and raw_data is null and not counted;

revoke execute on function count_strangers(timestamptz, int) from public;
grant execute on function count_strangers(timestamptz, int) to ${program};
