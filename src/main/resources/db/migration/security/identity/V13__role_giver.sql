-- Who has ever given whom a role, by hand or by an invitation, kept beyond the role's withdrawal: where two must decide, whoever let the
-- other in is no second person, and nobody becomes one by taking back what they gave.
create table role_giver (
  account_id uuid not null references account,
  given_by uuid not null,
  first_at timestamptz not null,
  primary key (account_id, given_by)
);

insert into role_giver (account_id, given_by, first_at)
select account_id, given_by, min(at) from (
  select account_id, granted_by as given_by, granted_at as at from role_grant where granted_by is not null
  union all
  select used_by, made_by, used_at from invitation where used_by is not null and made_by is not null) given
group by account_id, given_by;

-- Written by the table itself, so that no door that grants can forget it, nor a node of an older version.
create function remember_giver() returns trigger language plpgsql as $$
begin
  insert into identity.role_giver (account_id, given_by, first_at) values (new.account_id, new.granted_by, new.granted_at)
  on conflict do nothing;
  return null;
end $$;
create trigger remember_giver after insert or update of granted_by on role_grant
for each row when (new.granted_by is not null) execute function remember_giver();

create trigger refuse_change before update or delete or truncate on role_giver execute function postgres.refuse_change();
grant select, insert on role_giver to ${program};

call postgres.classify('identity.role_giver', 'reference', 'account_id, given_by');
call postgres.classify('identity.role_giver', 'plain', 'first_at');
