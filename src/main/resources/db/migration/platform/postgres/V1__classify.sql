-- Every column says what kind of data it holds; the build fails on one that does not.
--   plain      no data about a person
--   reference  an id that stands for a person (pseudonymous)
--   sealed     personal data, as ciphertext under its subject's key
--   keyed      a keyed hash, to look personal data up by
--   secret     a hash or ciphertext of something that gives access
create procedure classify(relation regclass, class text, columns text) language plpgsql as $$
declare
  name text;
begin
  if class not in ('plain', 'reference', 'sealed', 'keyed', 'secret') then
    raise exception 'unknown class %', class;
  end if;
  foreach name in array regexp_split_to_array(trim(columns), '\s*,\s*') loop
    execute format('comment on column %s.%I is %L', relation, name, class);
  end loop;
end $$;

-- For history tables: even a role that was granted too much cannot change them.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'history is never changed: %.%', tg_table_schema, tg_table_name using errcode = 'restrict_violation';
end $$;

grant usage on schema postgres to ${program};
