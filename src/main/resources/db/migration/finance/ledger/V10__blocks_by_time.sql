-- A day's first block is one look-up, also where the clock stood still and many blocks have one time.
create index block_posted on block (posted_at, height);
drop index block_posted_at;
