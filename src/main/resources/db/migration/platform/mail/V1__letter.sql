-- Letters on their way, and those that arrived lately. Address, title and text are ciphertext under the key of the person that the
-- letter is about, so erasing the person erases their letters.
create table letter (
  id uuid primary key,
  about uuid not null,
  address bytea not null,
  title bytea not null,
  body bytea not null,
  state text not null check (state in ('waiting', 'delivered', 'failed', 'erased')),
  attempts integer not null default 0 check (attempts >= 0),
  written_at timestamptz not null,
  next_try_at timestamptz not null,
  ended_at timestamptz,
  fault text,
  check ((state = 'waiting') = (ended_at is null))
);

create index letter_waiting on letter (next_try_at) where state = 'waiting';
create index letter_ended on letter (ended_at) where state <> 'waiting';

call postgres.classify('letter', 'plain', 'id, state, attempts, written_at, next_try_at, ended_at, fault');
call postgres.classify('letter', 'reference', 'about');
call postgres.classify('letter', 'sealed', 'address, title, body');

grant usage on schema mail to ${program};
grant select, insert, update, delete on letter to ${program};
