-- A stored moment lies at most a tolerance ahead of the clock. One that lies further ahead was written while this server's clock was
-- wrong, or under wider settings, and counts as used up nothing: otherwise everybody who had come until then would wait as long as the
-- clock was set back. A set-back of up to five seconds, as clocks are corrected every day, is waited for instead, so that nothing passes
-- twice.
create or replace function take(keys uuid[], intervals bigint[], tolerances bigint[], at bigint, out refused integer, out ahead bigint[])
language plpgsql as $$
declare
  corrected_max constant bigint := 5000000000;
  clock constant bigint := coalesce(at, (extract(epoch from clock_timestamp()) * 1000000000)::bigint);
  seen bigint[];
begin
  refused := 0;
  loop
    select array_agg(held.moment order by held.place) into seen from (
      select asked.place, b.moment
        from unnest(keys) with ordinality as asked (key, place) join ratelimit.bucket b on b.key = asked.key
       order by asked.place
         for update of b) held;
    exit when cardinality(seen) = cardinality(keys);
    -- Missing rows are made in that order too: two requests that make the same ones never wait for each other in a circle.
    insert into ratelimit.bucket (key, moment) select asked.key, clock from unnest(keys) as asked (key) on conflict do nothing;
  end loop;
  for place in 1 .. cardinality(keys) loop
    if seen[place] - clock > tolerances[place] + corrected_max then
      seen[place] := clock;
    end if;
    ahead[place] := greatest(seen[place], clock) + intervals[place] - clock;
    if ahead[place] > tolerances[place] then
      refused := place;
      return;
    end if;
  end loop;
  update ratelimit.bucket b set moment = clock + taken.ahead
  from unnest(keys, ahead) as taken (key, ahead) where b.key = taken.key;
end $$;

-- No limit keeps a moment more than 30 days ahead, see Rate: one that lies further ahead is a wrong clock's, and would never be swept.
create or replace function sweep() returns bigint language sql as $$
  with now as (select (extract(epoch from clock_timestamp()) * 1000000000)::bigint as nanos),
  old as (
    select key from ratelimit.bucket, now
    where moment < now.nanos - 60000000000 or moment > now.nanos + 31 * 86400000000000 for update of bucket skip locked),
  gone as (delete from ratelimit.bucket b using old where b.key = old.key returning 1)
  select count(*) from gone
$$;
