-- Short addresses. The text is sealed under its owner's key and found by a keyed hash; the row stays when its owner is gone, so that the
-- address never leads to somebody else.
create table handle (
  lookup bytea primary key,
  handle bytea not null,
  creator uuid not null,
  chosen_at timestamptz not null
);
create index handle_of_creator on handle (creator, chosen_at desc);
create index pass_grant_of_creator on pass_grant (creator, ends_at desc, fan desc);

grant select, insert, update on handle to ${program};

call postgres.classify('catalogue.handle', 'plain', 'chosen_at');
call postgres.classify('catalogue.handle', 'keyed', 'lookup');
call postgres.classify('catalogue.handle', 'reference', 'creator');
call postgres.classify('catalogue.handle', 'sealed', 'handle');
