-- The agreement with those who upload: nothing of a version is ever changed, but that counsel has looked at it.
create table agreement (
  number int primary key check (number > 0),
  title text not null check (length(title) between 1 and 200),
  body text not null check (length(body) between 1 and 100000),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  published_at timestamptz not null,
  reviewed_by text check (length(reviewed_by) between 1 and 200),
  reviewed_at timestamptz,
  review_told_by uuid,
  check ((reviewed_by is null) = (reviewed_at is null) and (reviewed_by is null) = (review_told_by is null))
);

-- Who has signed which version, as whom. The name is sealed under the id of the check that proved it.
create table agreement_signature (
  creator uuid not null,
  number int not null references agreement (number),
  verification uuid not null references verification (id),
  legal_name bytea not null,
  signed_at timestamptz not null,
  primary key (creator, number)
);
create trigger agreement_signature_is_history before update or delete or truncate on agreement_signature
  for each statement execute function postgres.refuse_change();

grant select, insert, update (reviewed_by, reviewed_at, review_told_by) on agreement to ${program};
grant select, insert on agreement_signature to ${program};

call postgres.classify('compliance.agreement', 'plain', 'number, title, body, sha256, published_at, reviewed_by, reviewed_at');
call postgres.classify('compliance.agreement', 'reference', 'review_told_by');
call postgres.classify('compliance.agreement_signature', 'plain', 'number, verification, signed_at');
call postgres.classify('compliance.agreement_signature', 'reference', 'creator');
call postgres.classify('compliance.agreement_signature', 'sealed', 'legal_name');
