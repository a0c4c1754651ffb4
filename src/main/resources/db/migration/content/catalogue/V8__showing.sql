-- To whom a creator shows a work, and what they warn of. Without a row it is for supporters.
create table showing (
  work uuid primary key references work,
  audience text not null check (audience in ('EVERYONE', 'SUPPORTERS')),
  warnings text[] not null,
  chosen_at timestamptz not null
);
create index release_published on release (moved_at desc, id desc) where state = 'PUBLISHED';

grant select, insert, update on showing to ${program};

call postgres.classify('catalogue.showing', 'plain', 'work, audience, warnings, chosen_at');
