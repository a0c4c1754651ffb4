-- Security events are kept for as long as somebody may ask about them, and no longer. What an alert was raised for stays with the alert.
-- Only this function deletes; the program may neither delete nor change a row itself, and the owner is held by the trigger as before.
drop trigger history on security_event;
create trigger history before update or truncate on security_event
  for each statement execute function postgres.refuse_change();
create trigger history_kept before delete on security_event
  for each statement when (current_setting('monitoring.forgetting', true) is distinct from 'on')
  execute function postgres.refuse_change();

-- Oldest first, a bounded number. Nothing younger than thirty days is ever deleted, whatever the caller says.
create function forget_events(routine_before timestamptz, all_before timestamptz, most int) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  deleted int;
begin
  perform set_config('monitoring.forgetting', 'on', true);
  delete from monitoring.security_event where seq in (
    select seq from monitoring.security_event e
    where at < greatest(routine_before, all_before) and at < statement_timestamp() - interval '30 days'
      and (at < all_before or severity in ('INFO', 'LOW'))
      and not exists (select from monitoring.alert_event a where a.event = e.id)
      and not exists (select from monitoring.alert a where a.event_id = e.id)
    order by at limit most);
  get diagnostics deleted = row_count;
  perform set_config('monitoring.forgetting', 'off', true);
  return deleted;
end $$;

create index alert_event_event on alert_event (event);
create index alert_event_id on alert (event_id);

revoke execute on function forget_events(timestamptz, timestamptz, int) from public;
grant execute on function forget_events(timestamptz, timestamptz, int) to ${program};
