-- Ends a batch that was drafted on books which have moved on since: the program drafts it anew.
create function expect(held boolean) returns void language plpgsql as $$
begin
  if held is not true then
    raise exception 'the books have moved on' using errcode = 'serialization_failure';
  end if;
end $$;

revoke execute on function expect(boolean) from public;
grant execute on function expect(boolean) to ${program};
