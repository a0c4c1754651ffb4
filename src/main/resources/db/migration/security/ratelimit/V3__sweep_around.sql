-- Rows that a request is holding are left for the next time: waiting for them, in whatever order they lie, could close a circle.
create or replace function sweep() returns bigint language sql as $$
  with old as (
    select key from ratelimit.bucket
    where moment < (extract(epoch from clock_timestamp()) * 1000000000)::bigint - 60000000000 for update skip locked),
  gone as (delete from ratelimit.bucket b using old where b.key = old.key returning 1)
  select count(*) from gone
$$;
