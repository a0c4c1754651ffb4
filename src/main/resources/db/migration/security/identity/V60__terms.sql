-- The operator's terms of use, one row a version. Nothing of a version is ever changed, and none goes: what somebody has accepted can always
-- be read again. Of the versions whose time has come the one with the highest number is in force.
create table terms (
  number integer primary key check (number > 0),
  title text not null check (title <> ''),
  text text not null check (text <> ''),
  change text check (change <> ''),
  effective_at timestamptz not null,
  published_at timestamptz not null,
  published_by uuid not null references account,
  check (effective_at >= published_at),
  check (number = 1 or change is not null)
);
create trigger keep before update or delete on terms for each row execute function postgres.refuse_change();
create trigger keep_all before truncate on terms for each statement execute function postgres.refuse_change();

-- Who has accepted which version, and when.
create table terms_acceptance (
  account_id uuid not null references account,
  number integer not null references terms,
  accepted_at timestamptz not null,
  primary key (account_id, number)
);
create index terms_acceptance_by_number on terms_acceptance (number);
create trigger keep before update or delete on terms_acceptance for each row execute function postgres.refuse_change();
create trigger keep_all before truncate on terms_acceptance for each statement execute function postgres.refuse_change();

grant select, insert on terms, terms_acceptance to ${program};

-- The text is public.
call postgres.classify('identity.terms', 'plain', 'number, title, text, change, effective_at, published_at');
call postgres.classify('identity.terms', 'reference', 'published_by');
call postgres.classify('identity.terms_acceptance', 'reference', 'account_id');
call postgres.classify('identity.terms_acceptance', 'plain', 'number, accepted_at');
