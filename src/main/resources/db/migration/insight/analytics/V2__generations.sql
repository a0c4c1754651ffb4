-- Facts and sums stand in generations. One is read; when all is counted anew, the next one is built beside it and then takes its place.
create table generation (
  number int primary key check (number > 0),
  state text not null check (state in ('BUILDING', 'READ', 'LEFT')),
  began_at timestamptz not null,
  left_at timestamptz,
  check ((state = 'LEFT') = (left_at is not null))
);
create unique index generation_one on generation (state) where state <> 'LEFT';
insert into generation (number, state, began_at) values (1, 'READ', now());

alter table payment add column generation int not null default 1;
alter table payment alter column generation drop default;
alter table payment drop constraint payment_pkey, add primary key (generation, id);
drop index payment_settled, payment_refunded;
create index payment_settled on payment (generation, asset, settled_at, id);
create index payment_refunded on payment (generation, asset, refunded_at, id) where refunded_at is not null;

alter table verified_account add column generation int not null default 1;
alter table verified_account alter column generation drop default;
alter table verified_account drop constraint verified_account_pkey, add primary key (generation, id);
drop index verified_account_at;
create index verified_account_at on verified_account (generation, verified_at, id);

alter table activity add column generation int not null default 1;
alter table activity alter column generation drop default;
alter table activity drop constraint activity_pkey, add primary key (generation, day, account);
create index activity_first on activity (generation, first_at, account);

alter table alert add column generation int not null default 1;
alter table alert alter column generation drop default;
alter table alert drop constraint alert_pkey, add primary key (generation, id);
update alert set closed_at = opened_at where closed_at < opened_at;
alter table alert add check (closed_at >= opened_at);
drop index alert_opened;
create index alert_opened on alert (generation, opened_at, id);
create index alert_open on alert (generation, opened_at, id) where closed_at is null;
create index alert_closed on alert (generation, closed_at) where closed_at is not null;

-- Sums of whole UTC days, written in the transactions that write the facts.
create table payment_day (
  generation int not null,
  asset text not null,
  day date not null,
  kind text not null,
  payments bigint not null default 0,
  volume numeric(78, 0) not null default 0,
  fees numeric(78, 0) not null default 0,
  shares numeric(78, 0) not null default 0,
  fees_returned numeric(78, 0) not null default 0,
  shares_returned numeric(78, 0) not null default 0,
  primary key (generation, asset, day, kind)
);

-- Who was paid: distinct people cannot be added up, so each creator has the days of a year as bits, the first of January first.
create table creator_day (
  generation int not null,
  asset text not null,
  day date not null,
  seller uuid not null,
  first_at timestamptz not null,
  primary key (generation, asset, day, seller)
);
create table creator_year (
  generation int not null,
  asset text not null,
  year int not null,
  seller uuid not null,
  days bit(366) not null,
  primary key (generation, asset, year, seller)
);
create table creator (
  generation int not null,
  asset text not null,
  seller uuid not null,
  last_at timestamptz not null,
  primary key (generation, asset, seller)
);
create index creator_last on creator (generation, asset, last_at, seller);

-- By how much a number of people or things grew or shrank on a day.
create table count_day (
  generation int not null,
  what text not null check (what in ('CREATORS', 'VERIFIED', 'ACTIVE', 'ALERTS')),
  asset text not null,
  day date not null,
  change bigint not null,
  primary key (generation, what, asset, day)
);

insert into payment_day (generation, asset, day, kind, payments, volume, fees, shares, fees_returned, shares_returned)
select 1, asset, (at at time zone 'UTC')::date, kind, sum(settled), sum(settled * price), sum(settled * fee), sum(settled * share),
  sum((1 - settled) * fee), sum((1 - settled) * share)
from (select asset, kind, price, fee, share, settled_at as at, 1 as settled from payment
      union all
      select asset, kind, price, fee, share, refunded_at, 0 from payment where refunded_at is not null) movement
group by 2, 3, 4;

insert into creator_day (generation, asset, day, seller, first_at)
select 1, asset, (settled_at at time zone 'UTC')::date, seller, min(settled_at) from payment group by 2, 3, 4;
insert into creator_year (generation, asset, year, seller, days)
select 1, asset, extract(year from day), seller, bit_or(set_bit(0::bit(366), extract(doy from day)::int - 1, 1))
from creator_day group by 2, 3, 4;
insert into creator (generation, asset, seller, last_at)
select 1, asset, seller, max(settled_at) from payment group by 2, 3;

insert into count_day (generation, what, asset, day, change)
select 1, 'CREATORS', asset, day, count(*) from creator_day group by 3, 4
union all
select 1, 'VERIFIED', '', (verified_at at time zone 'UTC')::date, count(*) from verified_account group by 4
union all
select 1, 'ACTIVE', '', day, count(*) from activity group by 4
union all
select 1, 'ALERTS', '', day, sum(change)
from (select (opened_at at time zone 'UTC')::date as day, 1 as change from alert
      union all
      select (closed_at at time zone 'UTC')::date, -1 from alert where closed_at is not null) movement
group by 4;

grant select, insert, update, delete on generation, payment_day, creator_day, creator_year, creator, count_day to ${program};

call postgres.classify('analytics.generation', 'plain', 'number, state, began_at, left_at');
call postgres.classify('analytics.payment', 'plain', 'generation');
call postgres.classify('analytics.verified_account', 'plain', 'generation');
call postgres.classify('analytics.activity', 'plain', 'generation');
call postgres.classify('analytics.alert', 'plain', 'generation');
call postgres.classify('analytics.payment_day', 'plain',
  'generation, asset, day, kind, payments, volume, fees, shares, fees_returned, shares_returned');
call postgres.classify('analytics.creator_day', 'plain', 'generation, asset, day, first_at');
call postgres.classify('analytics.creator_day', 'reference', 'seller');
call postgres.classify('analytics.creator_year', 'plain', 'generation, asset, year, days');
call postgres.classify('analytics.creator_year', 'reference', 'seller');
call postgres.classify('analytics.creator', 'plain', 'generation, asset, last_at');
call postgres.classify('analytics.creator', 'reference', 'seller');
call postgres.classify('analytics.count_day', 'plain', 'generation, what, asset, day, change');
