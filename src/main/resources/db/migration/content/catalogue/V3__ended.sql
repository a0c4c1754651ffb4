-- Passes whose end was looked at, so that each end is told once.
create index pass_grant_by_end on pass_grant (ends_at);

create table ended (
  payment uuid primary key references pass_grant (payment),
  looked_at timestamptz not null
);
create trigger ended_is_history before update or delete or truncate on ended
  for each statement execute function postgres.refuse_change();

grant select, insert on ended to ${program};

call postgres.classify('catalogue.ended', 'plain', 'payment, looked_at');
