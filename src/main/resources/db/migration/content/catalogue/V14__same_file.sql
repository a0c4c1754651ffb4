-- The same file is found whoever sends it again.
create index release_same_file on release (sha256) where sha256 is not null;
