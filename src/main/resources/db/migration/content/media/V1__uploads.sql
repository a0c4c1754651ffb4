-- What creators send, a part at a time. The bytes lie in the object store, under the upload's own key.
create table upload (
  id uuid primary key,
  owner uuid not null,
  state text not null check (state in ('RECEIVING', 'RECEIVED', 'GONE')),
  length bigint not null check (length > 0),
  received bigint not null default 0 check (received between 0 and length),
  file_name bytea,
  type text check (type in ('JPEG', 'PNG', 'WEBP', 'MP4', 'QUICKTIME', 'WEBM', 'MATROSKA')),
  fence bigint not null default 0,
  writer_until timestamptz,
  created_at timestamptz not null,
  expires_at timestamptz,
  finished_at timestamptz,
  gone_why text check (gone_why in ('DELETED', 'EXPIRED', 'WRONG_TYPE')),
  check ((state = 'RECEIVED') = (finished_at is not null and gone_why is null)),
  check ((state = 'GONE') = (gone_why is not null)),
  check ((state = 'RECEIVED') = (expires_at is null)),
  check (state = 'RECEIVING' or writer_until is null),
  check (state <> 'RECEIVED' or (received = length and type is not null)),
  check (state <> 'GONE' or file_name is null)
);
create index upload_owner on upload (owner, created_at, id);
create index upload_expires on upload (expires_at) where expires_at is not null;

-- Where an upload's bytes lie. Together the parts are its first bytes, without a gap.
create table upload_part (
  upload uuid not null references upload on delete cascade,
  number int not null check (number >= 0),
  start bigint not null check (start >= 0),
  length bigint not null check (length > 0),
  object text not null unique,
  stored_length bigint not null check (stored_length > 0),
  primary key (upload, number)
);

grant usage on schema media to ${program};
grant select, insert, update, delete on upload, upload_part to ${program};

call postgres.classify('media.upload', 'plain', 'id, state, length, received, type, fence, writer_until, created_at, expires_at, finished_at, gone_why');
call postgres.classify('media.upload', 'reference', 'owner');
call postgres.classify('media.upload', 'sealed', 'file_name');
call postgres.classify('media.upload_part', 'plain', 'upload, number, start, length, object, stored_length');
