-- What is shown of a release: SHA-256 over all that was made of its bytes. A decision is about it as well.
alter table release add column derived text check (derived ~ '^[0-9a-f]{64}$');
create index release_upload_type on release (type, next_at, id) where next_at is not null;
drop index release_due;

call postgres.classify('catalogue.release', 'plain', 'derived');
