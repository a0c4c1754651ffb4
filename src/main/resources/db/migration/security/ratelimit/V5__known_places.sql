-- Addresses from which somebody has signed in with all factors: they have a share of the limits of their own. Kept for half a year after
-- the last sign-in from there; one row an address.
create table known_place (
  address text primary key check (length(address) between 1 and 128),
  last_at timestamptz not null
);
create index known_place_by_age on known_place (last_at);
call postgres.classify('ratelimit.known_place', 'keyed', 'address');
call postgres.classify('ratelimit.known_place', 'plain', 'last_at');
grant select, insert, update, delete on known_place to ${program};
