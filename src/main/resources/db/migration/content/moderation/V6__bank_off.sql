-- Who would switch a bank for child safety off; a second person does it.
alter table hash_bank add column off_asked_by uuid, add column off_asked_at timestamptz,
  add check ((off_asked_by is null) = (off_asked_at is null)),
  add check (off_asked_by is null or (enabled and meaning = 'CHILD_SAFETY'));
create index banked_hash_withdrawn on banked_hash (bank, withdrawn_at) where withdrawn_at is not null;

call postgres.classify('moderation.hash_bank', 'plain', 'off_asked_at');
call postgres.classify('moderation.hash_bank', 'reference', 'off_asked_by');
