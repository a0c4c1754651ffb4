-- Bytes that were stored and count for nothing: pieces that were not what their sender meant, and parts that were written again.
alter table upload add column wasted bigint not null default 0 check (wasted >= 0);
-- When its work ended. To its owner it is gone from then on.
alter table upload add column given_up_at timestamptz;
grant delete on upload_claim to ${program};

call postgres.classify('media.upload', 'plain', 'wasted, given_up_at');
