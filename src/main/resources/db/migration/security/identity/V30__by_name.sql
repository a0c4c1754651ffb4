-- Staff find people by their whole public name. Names are sealed, so what is compared is a keyed hash of the name as it sounds to a
-- computer: its case folded. A job writes it; whoever changes a name or closes an account need not think of it.
alter table account add column name_lookup bytea;
call postgres.classify('identity.account', 'keyed', 'name_lookup');
create index account_by_name on account (name_lookup, registered_at desc, id desc) where length(name_lookup) > 0;
create index account_without_lookup on account (id) where name_lookup is null and name is not null and state <> 'CLOSED';

-- A new name is looked up anew, and nobody finds a closed account by its name.
create function forget_name_lookup() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  if new.state = 'CLOSED' or new.name is null then
    new.name_lookup := ''::bytea;
  elsif new.name is distinct from old.name then
    new.name_lookup := null;
  end if;
  return new;
end $$;
create trigger name_lookup_follows before update of name, state on account
  for each row execute function forget_name_lookup();
