-- One row a limit and key: the moment (nanoseconds since 1970, this server's clock) at which the key would have used up nothing.
-- Unlogged: a write costs no log and no flush, and after a crash of the server all limits start afresh.
create unlogged table bucket (
  key uuid primary key,
  moment bigint not null
) with (fillfactor = 50);
call postgres.classify('ratelimit.bucket', 'reference', 'key');
call postgres.classify('ratelimit.bucket', 'plain', 'moment');

-- Blocks of addresses are kept across crashes.
create table block (
  address text primary key check (length(address) between 1 and 128),
  reason text not null check (length(reason) between 1 and 200),
  since timestamptz not null,
  until timestamptz not null
);
call postgres.classify('ratelimit.block', 'keyed', 'address');
call postgres.classify('ratelimit.block', 'plain', 'reason, since, until');

-- Takes one from each limit, or none from any: a refused request uses up nothing, so that an address that is over its own limit does
-- not empty the limit of all. The caller gives the keys in one global order, so two requests can never deadlock. All nodes
-- share this server's clock; a test may bring its own.
--   refused  the place of the first limit that is used up; 0 if all let it through
--   ahead    for each limit looked at, how far the moment would lie ahead of now, in nanoseconds
create function take(keys uuid[], intervals bigint[], tolerances bigint[], at bigint, out refused integer, out ahead bigint[])
language plpgsql as $$
declare
  clock constant bigint := coalesce(at, (extract(epoch from clock_timestamp()) * 1000000000)::bigint);
  seen bigint;
begin
  refused := 0;
  for place in 1 .. cardinality(keys) loop
    loop
      select b.moment into seen from ratelimit.bucket b where b.key = keys[place] for update;
      exit when found;
      insert into ratelimit.bucket (key, moment) values (keys[place], clock) on conflict do nothing;
    end loop;
    ahead[place] := greatest(seen, clock) + intervals[place] - clock;
    if ahead[place] > tolerances[place] then
      refused := place;
      return;
    end if;
  end loop;
  update ratelimit.bucket b set moment = clock + taken.ahead
  from unnest(keys, ahead) as taken (key, ahead) where b.key = taken.key;
end $$;

-- A row whose moment has passed says the same as no row.
create function sweep() returns bigint language sql as $$
  with gone as (
    delete from ratelimit.bucket
    where moment < (extract(epoch from clock_timestamp()) * 1000000000)::bigint - 60000000000 returning 1)
  select count(*) from gone
$$;

grant usage on schema ratelimit to ${program};
grant select, insert, update, delete on bucket, block to ${program};
grant execute on function take(uuid[], bigint[], bigint[], bigint), sweep() to ${program};
