-- Records of the people in works (28 CFR 75). What they say is ciphertext under a key of the record's own, which no account's erasure
-- destroys. Rows are only added; a record goes whole, when its time is over, by the function below.
create table performer (
  id uuid primary key,
  creator uuid not null,
  oneself boolean not null,
  recorded_at timestamptz not null
);
create unique index performer_oneself on performer (creator) where oneself;
create index performer_by_creator on performer (creator, recorded_at desc, id desc);
create index performer_oldest on performer (recorded_at, id);

create table performer_version (
  performer uuid not null references performer,
  number int not null check (number > 0),
  change uuid not null unique,
  person bytea not null,
  amendment bytea,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (performer, number),
  check ((number = 1) = (amendment is null))
);

-- received_at is when we got what is said of the document; when its producer examined it is sealed with the rest. scan is where the
-- picture of the document lies.
create table performer_document (
  performer uuid not null references performer,
  document uuid not null,
  number int not null check (number > 0),
  change uuid not null unique,
  content bytea not null,
  scan text,
  received_at timestamptz not null,
  amendment bytea,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (document, number),
  check ((number = 1) = (amendment is null))
);
create index performer_document_of on performer_document (performer);

-- The forms of every name that a record has or had, as keyed hashes.
create table performer_name (
  performer uuid not null references performer,
  key bytea not null check (length(key) = 32),
  primary key (key, performer)
);
create index performer_name_of on performer_name (performer);

do $$
declare
  name text;
begin
  foreach name in array array['performer', 'performer_version', 'performer_document', 'performer_name'] loop
    execute format('create trigger refuse_change before update or truncate on %I for each statement
      execute function postgres.refuse_change()', name);
    execute format('create trigger refuse_delete before delete on %I for each row
      when (current_setting(''compliance.forgetting'', true) is distinct from ''on'') execute function postgres.refuse_change()', name);
  end loop;
end $$;

-- Only this function deletes, and only a record that nothing was added to since a time. It answers whether it did.
create function forget_performer(gone uuid, untouched_since timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select from compliance.performer where id = gone and recorded_at >= untouched_since)
    or exists (select from compliance.performer_version where performer = gone and made_at >= untouched_since)
    or exists (select from compliance.performer_document where performer = gone and made_at >= untouched_since) then
    return false;
  end if;
  perform set_config('compliance.forgetting', 'on', true);
  delete from compliance.performer_name where performer = gone;
  delete from compliance.performer_document where performer = gone;
  delete from compliance.performer_version where performer = gone;
  delete from compliance.performer where id = gone;
  perform set_config('compliance.forgetting', 'off', true);
  return true;
end $$;

revoke execute on function forget_performer(uuid, timestamptz) from public;
grant usage on schema compliance to ${program};
grant execute on function forget_performer(uuid, timestamptz) to ${program};
grant select, insert on performer, performer_version, performer_document, performer_name to ${program};

call postgres.classify('compliance.performer', 'plain', 'id, oneself, recorded_at');
call postgres.classify('compliance.performer', 'reference', 'creator');
call postgres.classify('compliance.performer_version', 'plain', 'performer, number, change, made_at');
call postgres.classify('compliance.performer_version', 'reference', 'made_by');
call postgres.classify('compliance.performer_version', 'sealed', 'person, amendment');
call postgres.classify('compliance.performer_document', 'plain', 'performer, document, number, change, scan, received_at, made_at');
call postgres.classify('compliance.performer_document', 'reference', 'made_by');
call postgres.classify('compliance.performer_document', 'sealed', 'content, amendment');
call postgres.classify('compliance.performer_name', 'plain', 'performer');
call postgres.classify('compliance.performer_name', 'keyed', 'key');
