-- The log. xid stands before seq on purpose: its default runs first, so no sequence number is ever taken by a transaction
-- that has no transaction id yet. The watermark (function mark) rests on that, and on the sequence's cache staying 1.
create table event (
  xid xid8 not null default pg_current_xact_id(),
  seq bigint generated always as identity,
  id uuid not null,
  type text not null check (type <> ''),
  key text not null check (key <> ''),
  occurred_at timestamptz not null,
  payload jsonb not null,
  primary key (seq)
) partition by range (seq);

call postgres.classify('event', 'plain', 'xid, seq, id, type, occurred_at');
call postgres.classify('event', 'reference', 'key, payload');

create trigger refuse_change before update or delete on event for each row execute function postgres.refuse_change();
create trigger refuse_truncate before truncate on event execute function postgres.refuse_change();

-- Where each subscription stands: all events up to its cursor are handled or parked.
create table subscription (
  name text primary key,
  cursor bigint not null default 0 check (cursor >= 0),
  moved_at timestamptz not null
);

call postgres.classify('subscription', 'plain', 'name, cursor, moved_at');

-- Events that a subscription could not handle, and those of the same key behind them. retry_at is null once the program has given up
-- and waits for somebody, and for the events that only stand behind another.
create table parked (
  subscription text not null references subscription (name),
  seq bigint not null,
  key text not null,
  error text,
  attempts int not null default 0,
  parked_at timestamptz not null,
  retry_at timestamptz,
  primary key (subscription, seq)
);

create index parked_key on parked (subscription, key, seq);

call postgres.classify('parked', 'plain', 'subscription, seq, error, attempts, parked_at, retry_at');
call postgres.classify('parked', 'reference', 'key');

-- The next watermark: once no transaction older than h runs, every event up to l is committed or gone. The two are read by two
-- statements, in this order; h must be a fresh transaction id.
create function mark(out l bigint, out h xid8) language plpgsql volatile as $$
begin
  select case when is_called then last_value else 0 end into l from events.event_seq_seq;
  h := pg_current_xact_id();
end $$;

-- Makes this partition and the next of ten million events each. Attaching holds up nobody who reads or writes.
create function make_room() returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  size constant bigint := 10000000;
  slice bigint;
begin
  select last_value / size into slice from events.event_seq_seq;
  for part in slice .. slice + 1 loop
    continue when to_regclass('events.event_' || part) is not null;
    perform pg_advisory_xact_lock(78, 0);
    continue when to_regclass('events.event_' || part) is not null;
    execute format(
      'create table events.%I (like events.event including defaults including constraints including indexes including comments)',
      'event_' || part);
    execute format('alter table events.event attach partition events.%I for values from (%s) to (%s)',
      'event_' || part, part * size, (part + 1) * size);
  end loop;
end $$;

select make_room();

revoke execute on function make_room() from public;
grant usage on schema events to ${program};
grant select, insert on event to ${program};
grant select on sequence event_seq_seq to ${program};
grant select, insert, update on subscription to ${program};
grant select, insert, update, delete on parked to ${program};
grant execute on function mark(), make_room() to ${program};
