-- By what a node knows that its keys are the ones that this database was sealed with: a keyed hash of a constant, never a key.
create table installation (
  sole boolean primary key default true check (sole),
  mark bytea not null check (length(mark) = 32)
);

call postgres.classify('installation', 'plain', 'sole');
call postgres.classify('installation', 'keyed', 'mark');

grant usage on schema vault to ${program};
grant select, insert on installation to ${program};

create trigger refuse_change before update or delete or truncate on installation
for each statement execute function postgres.refuse_change();
