-- Registrations that the law has refused, counted by the hour. An hour that is over becomes one entry of the audit log a reason.
create table refused_registration (
  hour timestamptz not null,
  reasons text not null check (reasons <> ''),
  policy int not null,
  count bigint not null default 1 check (count > 0),
  primary key (hour, reasons, policy)
);

grant select, insert, update, delete on refused_registration to ${program};

call postgres.classify('identity.refused_registration', 'plain', 'hour, reasons, policy, count');
