-- Views of works. Who watched is a keyed hash that differs from creator to creator, so that nobody's views can be put together.
create table view (
  id uuid primary key,
  work uuid not null,
  creator uuid not null,
  viewer bytea not null,
  network bytea,
  day date not null,
  began_at timestamptz not null,
  last_at timestamptz not null,
  film boolean not null,
  pieces bytea not null,
  sent int not null check (sent > 0),
  parts int not null check (parts >= sent),
  told boolean not null default false
);
create index view_of_viewer on view (work, viewer, last_at desc);
create index view_of_network on view (work, network, day) where network is not null;
create index view_of_day on view (day);
create index view_of_work on view (work, day);
create index view_untold on view (began_at) where not told;
create index view_age on view (began_at, id);

-- What follows from views, and is counted anew from them as long as they are kept.
create table day_total (
  work uuid not null,
  day date not null,
  creator uuid not null,
  views bigint not null,
  viewers bigint not null,
  film_views bigint not null,
  film_sent bigint not null,
  film_parts bigint not null,
  primary key (work, day)
);
create index day_total_of_creator on day_total (creator, day);
create index day_total_of_day on day_total (day);

create table day_sum (
  day date primary key,
  views bigint not null
);

grant usage on schema audience to ${program};
grant select, insert, update, delete on view, day_total, day_sum to ${program};

call postgres.classify('audience.view', 'plain', 'id, work, day, began_at, last_at, film, pieces, sent, parts, told');
call postgres.classify('audience.view', 'keyed', 'viewer, network');
call postgres.classify('audience.view', 'reference', 'creator');
call postgres.classify('audience.day_total', 'plain', 'work, day, views, viewers, film_views, film_sent, film_parts');
call postgres.classify('audience.day_total', 'reference', 'creator');
call postgres.classify('audience.day_sum', 'plain', 'day, views');
