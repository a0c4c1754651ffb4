-- Checks of creators' identity. Name and date of birth are sealed under the check's own id, which no account's erasure forgets.
create table verification (
  id uuid primary key,
  creator uuid not null,
  provider text not null check (length(provider) between 1 and 40),
  provider_reference text check (length(provider_reference) between 1 and 200),
  page text check (length(page) <= 2000),
  state text not null check (state in ('STARTED', 'IN_DOUBT', 'VERIFIED', 'REFUSED', 'LAPSED', 'EXPIRED', 'REPLACED', 'WITHDRAWN')),
  version int not null default 1 check (version > 0),
  reason text check (reason ~ '^[a-z_]{1,40}$'),
  begun_at timestamptz not null,
  state_since timestamptz not null,
  checked_at timestamptz,
  document_type text check (document_type in ('PASSPORT', 'IDENTITY_CARD', 'DRIVING_LICENCE', 'PERMANENT_RESIDENT_CARD',
    'IMMIGRATION_DOCUMENT', 'OTHER_GOVERNMENT_DOCUMENT')),
  issuing_country text check (issuing_country ~ '^[A-Z]{2}$'),
  document_expires date,
  legal_name bytea,
  born bytea,
  ask_at timestamptz,
  asked int not null default 0,
  message text,
  reminded_at timestamptz,
  called_version int not null default 0,
  unique (provider, provider_reference),
  check (state not in ('VERIFIED', 'EXPIRED', 'REPLACED') or (checked_at is not null and document_type is not null
    and issuing_country is not null and document_expires is not null and legal_name is not null and born is not null)),
  check ((state in ('REFUSED', 'LAPSED', 'WITHDRAWN')) = (reason is not null)),
  check (state not in ('STARTED', 'IN_DOUBT') or ask_at is not null)
);
create unique index verification_open on verification (creator) where state in ('STARTED', 'IN_DOUBT');
create unique index verification_verified on verification (creator) where state = 'VERIFIED';
create index verification_of_creator on verification (creator, begun_at);
create index verification_by_state on verification (state, state_since desc, id);
create index verification_to_ask on verification (ask_at) where ask_at is not null;
create index verification_by_expiry on verification (document_expires) where state = 'VERIFIED';

-- Each move of each check: nothing of it is ever changed.
create table verification_move (
  verification uuid not null references verification (id),
  version int not null,
  from_state text not null,
  to_state text not null,
  reason text,
  moved_by uuid,
  moved_at timestamptz not null,
  primary key (verification, version)
);
create trigger verification_move_is_history before update or delete or truncate on verification_move
  for each statement execute function postgres.refuse_change();

-- Where staff have let a creator try again, the refusals before count no more.
create table another_try (
  creator uuid not null,
  allowed_at timestamptz not null,
  allowed_by uuid not null,
  primary key (creator, allowed_at),
  check (allowed_by <> creator)
);
create trigger another_try_is_history before update or delete or truncate on another_try
  for each statement execute function postgres.refuse_change();

-- So that a message of a provider counts once, however late it comes again.
create table provider_message (
  provider text not null,
  event_id text not null check (length(event_id) between 1 and 200),
  verification uuid,
  word text not null check (length(word) <= 60),
  received_at timestamptz not null,
  primary key (provider, event_id)
);

-- What a provider says that no transition answers.
create table unexpected_message (
  provider text not null,
  event_id text not null,
  verification uuid,
  word text not null check (length(word) <= 60),
  state text,
  received_at timestamptz not null,
  primary key (provider, event_id)
);
create index unexpected_message_of_verification on unexpected_message (verification) where verification is not null;
create trigger unexpected_message_is_history before update or delete or truncate on unexpected_message
  for each statement execute function postgres.refuse_change();

grant usage on schema compliance to ${program};
grant select, insert, update on verification to ${program};
grant select, insert on verification_move, another_try, provider_message, unexpected_message to ${program};

call postgres.classify('compliance.verification', 'plain', 'id, provider, provider_reference, page, state, version, reason, begun_at,
  state_since, checked_at, document_type, issuing_country, document_expires, ask_at, asked, message, reminded_at, called_version');
call postgres.classify('compliance.verification', 'reference', 'creator');
call postgres.classify('compliance.verification', 'sealed', 'legal_name, born');
call postgres.classify('compliance.verification_move', 'plain', 'verification, version, from_state, to_state, reason, moved_at');
call postgres.classify('compliance.verification_move', 'reference', 'moved_by');
call postgres.classify('compliance.another_try', 'plain', 'allowed_at');
call postgres.classify('compliance.another_try', 'reference', 'creator, allowed_by');
call postgres.classify('compliance.provider_message', 'plain', 'provider, event_id, verification, word, received_at');
call postgres.classify('compliance.unexpected_message', 'plain', 'provider, event_id, verification, word, state, received_at');
