-- When the bytes of one that nobody will see any more were deleted.
alter table release add column discarded_at timestamptz;
create index release_ended on release (moved_at, id) where discarded_at is null and state in ('WITHDRAWN', 'REJECTED');

call postgres.classify('catalogue.release', 'plain', 'discarded_at');
