-- Works on their way to being seen, and how often those that are seen are viewed.
create table work (
  generation int not null,
  id uuid not null,
  received_at timestamptz,
  decided_at timestamptz,
  published_at timestamptz,
  primary key (generation, id)
);
create index work_received on work (generation, received_at, id);
create index work_decided on work (generation, decided_at, id);
create index work_published on work (generation, published_at, id);

create table viewed (
  generation int not null,
  id uuid not null,
  hour timestamptz not null,
  views bigint not null,
  primary key (generation, id)
);
create index viewed_hour on viewed (generation, hour, id);

alter table count_day drop constraint count_day_what_check;
alter table count_day add check (what in ('CREATORS', 'VERIFIED', 'ACTIVE', 'ALERTS', 'PUBLISHED', 'VIEWS'));

grant select, insert, update, delete on work, viewed to ${program};

call postgres.classify('analytics.work', 'plain', 'generation, id, received_at, decided_at, published_at');
call postgres.classify('analytics.viewed', 'plain', 'generation, id, hour, views');
