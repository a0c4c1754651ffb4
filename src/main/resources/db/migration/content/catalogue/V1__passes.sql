-- A creator's offer of a supporter pass: price and length, no words. A new price is a new row; a withdrawal is one too.
create table pass (
  id uuid primary key,
  creator uuid not null,
  asset text not null,
  price numeric(78, 0) not null check (price > 0),
  days int not null check (days between 1 and 366),
  offered_at timestamptz not null
);
create index pass_of_creator on pass (creator, offered_at desc, id desc);

create table withdrawal (
  pass uuid primary key references pass (id),
  withdrawn_at timestamptz not null
);

-- Who has had what, from when until when: one grant a settled payment.
create table pass_grant (
  payment uuid primary key,
  pass uuid not null references pass (id),
  fan uuid not null,
  creator uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  granted_at timestamptz not null
);
create index pass_grant_of_fan on pass_grant (fan, ends_at desc);

-- A grant whose payment was given back.
create table revocation (
  payment uuid primary key references pass_grant (payment),
  revoked_at timestamptz not null
);

create trigger pass_is_history before update or delete or truncate on pass
  for each statement execute function postgres.refuse_change();
create trigger withdrawal_is_history before update or delete or truncate on withdrawal
  for each statement execute function postgres.refuse_change();
create trigger pass_grant_is_history before update or delete or truncate on pass_grant
  for each statement execute function postgres.refuse_change();
create trigger revocation_is_history before update or delete or truncate on revocation
  for each statement execute function postgres.refuse_change();

grant usage on schema catalogue to ${program};
grant select, insert on pass, withdrawal, pass_grant, revocation to ${program};

call postgres.classify('catalogue.pass', 'reference', 'creator');
call postgres.classify('catalogue.pass', 'plain', 'id, asset, price, days, offered_at');
call postgres.classify('catalogue.withdrawal', 'plain', 'pass, withdrawn_at');
call postgres.classify('catalogue.pass_grant', 'reference', 'fan, creator');
call postgres.classify('catalogue.pass_grant', 'plain', 'payment, pass, starts_at, ends_at, granted_at');
call postgres.classify('catalogue.revocation', 'plain', 'payment, revoked_at');
