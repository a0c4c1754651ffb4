-- The sandbox provider's own books: what a real provider would keep on its side.
create table sandbox_check (
  reference text primary key,
  our_check uuid not null unique,
  return_url text not null,
  progress text not null check (progress in ('PENDING', 'DOUBT', 'APPROVED', 'REFUSED', 'EXPIRED')),
  choice text,
  person bytea,
  resolves_at timestamptz,
  page_until timestamptz not null
);
create index sandbox_check_resolves on sandbox_check (resolves_at) where resolves_at is not null;
create index sandbox_check_unused on sandbox_check (page_until) where progress = 'PENDING' and choice is null;

-- Messages still to be delivered; gone once the receiver has answered.
create table sandbox_delivery (
  id bigint generated always as identity primary key,
  body text not null,
  due_at timestamptz not null,
  attempts int not null default 0
);
create index sandbox_delivery_due on sandbox_delivery (due_at);

grant select, insert, update on sandbox_check to ${program};
grant select, insert, update, delete on sandbox_delivery to ${program};

call postgres.classify('compliance.sandbox_check', 'plain',
  'reference, our_check, return_url, progress, choice, resolves_at, page_until');
call postgres.classify('compliance.sandbox_check', 'sealed', 'person');
call postgres.classify('compliance.sandbox_delivery', 'plain', 'id, body, due_at, attempts');
