-- Works that are sold one by one. A price is what is paid from when it is set; what was paid before stands with its payment.
alter table showing drop constraint showing_audience_check;
alter table showing add constraint showing_audience_check check (audience in ('EVERYONE', 'SUPPORTERS', 'BUYERS', 'SUPPORTERS_AND_BUYERS'));
alter table showing add column asset text;
alter table showing add column price numeric(78, 0) check (price > 0);
alter table showing add constraint showing_sold_check check (
  (price is not null) = (audience in ('BUYERS', 'SUPPORTERS_AND_BUYERS')) and (asset is null) = (price is null));

-- Who has which work: one grant a settled payment.
create table work_grant (
  payment uuid primary key,
  work uuid not null references work,
  fan uuid not null,
  creator uuid not null,
  paid_at timestamptz not null,
  granted_at timestamptz not null
);
create index work_grant_owned on work_grant (fan, work);
create index work_grant_of_fan on work_grant (fan, paid_at desc, payment desc);
create index work_grant_of_creator on work_grant (creator, paid_at desc, payment desc);
create index work_grant_of_work on work_grant (work, payment);

-- A grant whose money went back.
create table work_revocation (
  payment uuid primary key references work_grant (payment),
  revoked_at timestamptz not null
);

-- Works that somebody has bought and that nobody sees any more, and how far their buyers were told.
create table taken_down (
  work uuid primary key references work,
  at timestamptz not null,
  told_after uuid,
  told boolean not null default false
);
create index taken_down_untold on taken_down (at) where not told;

create trigger work_grant_is_history before update or delete or truncate on work_grant
  for each statement execute function postgres.refuse_change();
create trigger work_revocation_is_history before update or delete or truncate on work_revocation
  for each statement execute function postgres.refuse_change();

grant select, insert on work_grant, work_revocation to ${program};
grant select, insert, update on taken_down to ${program};

call postgres.classify('catalogue.showing', 'plain', 'asset, price');
call postgres.classify('catalogue.work_grant', 'plain', 'payment, work, paid_at, granted_at');
call postgres.classify('catalogue.work_grant', 'reference', 'fan, creator');
call postgres.classify('catalogue.work_revocation', 'plain', 'payment, revoked_at');
call postgres.classify('catalogue.taken_down', 'plain', 'work, at, told_after, told');
