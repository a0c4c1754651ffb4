-- The same as before, with one look at all rows where there were as many as limits. Rows are locked in the order in which they are
-- given; a row that another request is holding is read again once that one is done.
create or replace function take(keys uuid[], intervals bigint[], tolerances bigint[], at bigint, out refused integer, out ahead bigint[])
language plpgsql as $$
declare
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
    ahead[place] := greatest(seen[place], clock) + intervals[place] - clock;
    if ahead[place] > tolerances[place] then
      refused := place;
      return;
    end if;
  end loop;
  update ratelimit.bucket b set moment = clock + taken.ahead
  from unnest(keys, ahead) as taken (key, ahead) where b.key = taken.key;
end $$;
