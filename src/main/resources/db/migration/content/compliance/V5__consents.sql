-- Who is in a work, and when, where and by whom it was made. Rows are only added: an amendment says why and by what evidence.
create table work_statement (
  work uuid not null,
  number int not null check (number > 0),
  change uuid not null unique,
  creator uuid not null,
  people int not null check (people >= 0),
  details bytea not null,
  amendment bytea,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (work, number),
  check ((number = 1) = (amendment is null))
);

create table work_person (
  work uuid not null,
  number int not null,
  performer uuid not null references performer,
  primary key (work, number, performer),
  foreign key (work, number) references work_statement
);
create index work_person_of on work_person (performer, work);

-- What a performer reads before they sign; a text that was published stays as it is.
create table consent_text (
  number int not null check (number > 0),
  language text not null check (language ~ '^[a-z]{2}$'),
  body text not null check (length(body) between 1 and 100000),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  published_at timestamptz not null,
  primary key (number, language)
);

-- A performer is asked at an address of their own. It is sealed under the key of their record.
create table consent_invitation (
  id uuid primary key,
  work uuid not null,
  upload uuid not null,
  performer uuid not null references performer,
  creator uuid not null,
  token_hash bytea not null unique check (length(token_hash) = 32),
  address bytea not null,
  address_key bytea not null check (length(address_key) = 32),
  language text not null check (language ~ '^[a-z]{2}$'),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz,
  wrong_names int not null default 0,
  check (used_at is null or withdrawn_at is null)
);
create index consent_invitation_of on consent_invitation (work, performer, made_at desc);
create index consent_invitation_by_creator on consent_invitation (creator, made_at);
create index consent_invitation_to on consent_invitation (address_key, made_at desc);
create index consent_invitation_performer on consent_invitation (performer);

-- What a performer has signed, in which name, and for which file. invitation is null where creators sign for themselves.
create table consent_signature (
  id uuid primary key,
  invitation uuid unique references consent_invitation,
  work uuid not null,
  upload uuid not null,
  performer uuid not null references performer,
  creator uuid not null,
  account uuid,
  name bytea not null,
  text_number int not null,
  text_language text not null,
  text_sha256 text not null,
  revoke_hash bytea unique check (length(revoke_hash) = 32),
  signed_at timestamptz not null,
  foreign key (text_number, text_language) references consent_text,
  check (invitation is not null or account = creator),
  check ((invitation is null) = (revoke_hash is null))
);
create index consent_signature_of on consent_signature (work, performer);
create index consent_signature_performer on consent_signature (performer);
create index consent_signature_by on consent_signature (account, signed_at desc) where account is not null;

create table consent_scope (
  signature uuid not null references consent_signature,
  scope text not null check (scope in ('DEPICTED', 'PUBLISHED', 'DOWNLOADED')),
  primary key (signature, scope)
);

create table consent_revocation (
  signature uuid not null,
  scope text not null,
  account uuid,
  revoked_at timestamptz not null,
  primary key (signature, scope),
  foreign key (signature, scope) references consent_scope
);

-- The picture of a document, as an object under the key of its record.
create table performer_scan (
  id uuid primary key,
  performer uuid not null references performer,
  document uuid not null,
  object text not null unique,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  media_type text not null,
  length bigint not null check (length > 0),
  received_at timestamptz not null
);
create index performer_scan_of on performer_scan (performer);

-- Where a depiction could be found, and from when to when.
create table depiction (
  release uuid not null,
  moved_at timestamptz not null,
  work uuid not null,
  shown boolean not null,
  sha256 text not null,
  found_at text not null check (length(found_at) between 1 and 500),
  primary key (release, moved_at, found_at)
);
create index depiction_of on depiction (work, moved_at desc);

do $$
declare
  name text;
begin
  foreach name in array array['work_statement', 'consent_text', 'depiction'] loop
    execute format('create trigger is_history before update or delete or truncate on %I for each statement
      execute function postgres.refuse_change()', name);
  end loop;
  foreach name in array array['work_person', 'performer_scan', 'consent_signature', 'consent_scope', 'consent_revocation'] loop
    execute format('create trigger refuse_change before update or truncate on %I for each statement
      execute function postgres.refuse_change()', name);
    execute format('create trigger refuse_delete before delete on %I for each row
      when (current_setting(''compliance.forgetting'', true) is distinct from ''on'') execute function postgres.refuse_change()', name);
  end loop;
end $$;

-- Whether nothing was said of a person since, they have signed and taken back nothing since, and no work with them is shown. What a caller
-- says is no earlier than seven years ago counts as seven years ago, by this server's clock.
create function performer_untouched(one uuid, since timestamptz) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  with asked as (select least(since, now() - interval '7 years') as before)
  select not exists (select from compliance.performer p, asked where p.id = one and p.recorded_at >= asked.before)
    and not exists (select from compliance.performer_version v, asked where v.performer = one and v.made_at >= asked.before)
    and not exists (select from compliance.performer_document d, asked where d.performer = one and d.made_at >= asked.before)
    and not exists (select from compliance.work_person w join compliance.work_statement s using (work, number), asked
      where w.performer = one and s.made_at >= asked.before)
    and not exists (select from compliance.consent_invitation i, asked where i.performer = one and i.made_at >= asked.before)
    and not exists (select from compliance.consent_signature c, asked where c.performer = one and c.signed_at >= asked.before)
    and not exists (select from compliance.consent_revocation r join compliance.consent_signature c on c.id = r.signature, asked
      where c.performer = one and r.revoked_at >= asked.before)
    and not exists (select from compliance.work_person w cross join lateral (
        select d.shown, d.moved_at from compliance.depiction d where d.work = w.work order by d.moved_at desc limit 1) last, asked
      where w.performer = one and (last.shown or last.moved_at >= asked.before))
$$;

create or replace function forget_performer(gone uuid, untouched_since timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not compliance.performer_untouched(gone, untouched_since) then
    return false;
  end if;
  perform set_config('compliance.forgetting', 'on', true);
  delete from compliance.consent_revocation r using compliance.consent_signature s where s.id = r.signature and s.performer = gone;
  delete from compliance.consent_scope c using compliance.consent_signature s where s.id = c.signature and s.performer = gone;
  delete from compliance.consent_signature where performer = gone;
  delete from compliance.consent_invitation where performer = gone;
  delete from compliance.work_person where performer = gone;
  delete from compliance.performer_scan where performer = gone;
  delete from compliance.performer_name where performer = gone;
  delete from compliance.performer_document where performer = gone;
  delete from compliance.performer_version where performer = gone;
  delete from compliance.performer where id = gone;
  perform set_config('compliance.forgetting', 'off', true);
  return true;
end $$;

revoke execute on function performer_untouched(uuid, timestamptz) from public;
grant execute on function performer_untouched(uuid, timestamptz) to ${program};
grant select, insert on work_statement, work_person, performer_scan, consent_text, consent_signature, consent_scope, consent_revocation, depiction to ${program};
grant select, insert, update (used_at, withdrawn_at, wrong_names) on consent_invitation to ${program};

call postgres.classify('compliance.work_statement', 'plain', 'work, number, change, people, made_at');
call postgres.classify('compliance.work_statement', 'reference', 'creator, made_by');
call postgres.classify('compliance.work_statement', 'sealed', 'details, amendment');
call postgres.classify('compliance.work_person', 'plain', 'work, number, performer');
call postgres.classify('compliance.performer_scan', 'plain', 'id, performer, document, object, sha256, media_type, length, received_at');
call postgres.classify('compliance.consent_text', 'plain', 'number, language, body, sha256, published_at');
call postgres.classify('compliance.consent_invitation', 'plain',
  'id, work, upload, performer, language, made_at, expires_at, used_at, withdrawn_at, wrong_names');
call postgres.classify('compliance.consent_invitation', 'reference', 'creator');
call postgres.classify('compliance.consent_invitation', 'sealed', 'address');
call postgres.classify('compliance.consent_invitation', 'keyed', 'address_key');
call postgres.classify('compliance.consent_invitation', 'secret', 'token_hash');
call postgres.classify('compliance.consent_signature', 'plain',
  'id, invitation, work, upload, performer, text_number, text_language, text_sha256, signed_at');
call postgres.classify('compliance.consent_signature', 'reference', 'creator, account');
call postgres.classify('compliance.consent_signature', 'sealed', 'name');
call postgres.classify('compliance.consent_signature', 'secret', 'revoke_hash');
call postgres.classify('compliance.consent_scope', 'plain', 'signature, scope');
call postgres.classify('compliance.consent_revocation', 'plain', 'signature, scope, revoked_at');
call postgres.classify('compliance.consent_revocation', 'reference', 'account');
call postgres.classify('compliance.depiction', 'plain', 'release, moved_at, work, shown, sha256, found_at');
