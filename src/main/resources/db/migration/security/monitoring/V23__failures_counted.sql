-- Failures about an account are counted together as well, one row an account, hour and reason, for whoever has a list of addresses makes as
-- many of them as of others. The row says from how many addresses they came, and which it was if it was one.
drop function count_strangers(timestamptz, int);
drop index security_event_strangers;

create function count_strangers(counted_before timestamptz, most int) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  folded int;
begin
  perform set_config('monitoring.forgetting', 'on', true);
  with due as materialized (
    select seq from monitoring.security_event e
    where ip_address is not null and category = 'AUTHENTICATION' and severity = 'MEDIUM'
      and reported_by is null and raw_data is null and not counted
      and at < counted_before and at < statement_timestamp() - interval '1 hour'
      and not exists (select from monitoring.alert_event a where a.event = e.id)
      and not exists (select from monitoring.alert a where a.event_id = e.id)
    order by at limit most
  ), gone as (
    delete from monitoring.security_event where seq in (select seq from due) returning *
  ), inserted as (
    insert into monitoring.security_event (seq, id, at, recorded_at, source, category, severity, title, description, user_id, ip_address,
      platform, location, metadata, tags, attempts, counted)
    overriding system value
    select min(seq), gen_random_uuid(), max(at), max(recorded_at), source,
      category, severity, title,
      count(*) || ' alike'
        || case when count(distinct ip_address) > 1 then ' from ' || count(distinct ip_address) || ' addresses' else '' end
        || ', the first at ' || to_char(min(at) at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC, the last at '
        || to_char(max(at) at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC',
      user_id, case when count(distinct ip_address) = 1 then min(ip_address) end, min(platform), min(location),
      jsonb_strip_nulls(jsonb_build_object('reason', metadata ->> 'reason', 'method', metadata ->> 'method', 'attempts', count(*)::text,
        'addresses', count(distinct ip_address)::text)),
      min(tags), count(*), true
    from gone
    group by user_id, case when user_id is null then ip_address end, date_trunc('hour', at), source, category, severity, title,
      metadata ->> 'reason', metadata ->> 'method'
    returning 1
  )
  select count(*) into folded from gone;
  perform set_config('monitoring.forgetting', 'off', true);
  return folded;
end $$;

create index security_event_failures on security_event (at)
  where category = 'AUTHENTICATION' and severity = 'MEDIUM' and reported_by is null and raw_data is null and not counted;

revoke execute on function count_strangers(timestamptz, int) from public;
grant execute on function count_strangers(timestamptz, int) to ${program};
