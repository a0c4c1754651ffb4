-- What strangers cause again and again, such as a failed sign-in, is passing: it is deleted once every subscription has it behind it.
alter table event add column passing boolean not null default false;
call postgres.classify('events.event', 'plain', 'passing');

create index event_passing on event (seq) where passing;

-- Only this function deletes, and only what is passing; the program may neither delete nor change a row itself, and the owner is held as
-- before.
drop trigger refuse_change on event;
create trigger refuse_change before update on event for each row execute function postgres.refuse_change();
create trigger refuse_delete before delete on event for each row
  when (not old.passing or current_setting('events.forgetting', true) is distinct from 'on')
  execute function postgres.refuse_change();

-- The oldest, a bounded number: those from before a time, and those whose time cannot have come yet, for a clock that was wrong must not
-- keep them. What a subscription has yet to read or has parked stays.
create function forget_passing(subscriptions text[], forgotten_before timestamptz, latest timestamptz, most int) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  deleted int;
begin
  perform set_config('events.forgetting', 'on', true);
  delete from events.event where seq in (
    select seq from events.event e
    where passing and (occurred_at < forgotten_before or occurred_at > latest)
      and seq <= (select min(cursor) from events.subscription where name = any(subscriptions))
      and not exists (select from events.parked p where p.seq = e.seq)
    order by seq limit most);
  get diagnostics deleted = row_count;
  perform set_config('events.forgetting', 'off', true);
  return deleted;
end $$;

revoke execute on function forget_passing(text[], timestamptz, timestamptz, int) from public;
grant execute on function forget_passing(text[], timestamptz, timestamptz, int) to ${program};
