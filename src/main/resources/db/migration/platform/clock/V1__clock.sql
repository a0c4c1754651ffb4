-- The last time that a node was sure of: what a program compares its clock with when it starts.
create table seen (
  the_only boolean primary key check (the_only),
  at timestamptz not null
);

call postgres.classify('seen', 'plain', 'the_only, at');

-- A witness beside the machine's clock of each node.
create function database_time() returns timestamptz language sql as 'select clock_timestamp()';

grant usage on schema clock to ${program};
grant select, insert, update on seen to ${program};
