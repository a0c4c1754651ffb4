-- Files that works were made of: each belongs to one, and is not deleted alone.
create table upload_claim (
  upload uuid primary key references upload,
  claimed_at timestamptz not null
);

grant select, insert on upload_claim to ${program};

call postgres.classify('media.upload_claim', 'plain', 'upload, claimed_at');
