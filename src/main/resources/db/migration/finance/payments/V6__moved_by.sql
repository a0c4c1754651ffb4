-- Who or what has moved a payment: a caller's account, the provider's message, or the job. Older changes do not say.
alter table transition
  add column moved_by text check (moved_by in ('caller', 'message', 'job')),
  add column account uuid,
  add column message text,
  add constraint transition_account_check check ((account is not null) = (moved_by is not distinct from 'caller')),
  add constraint transition_message_check check ((message is not null) = (moved_by is not distinct from 'message'));

call postgres.classify('payments.transition', 'plain', 'moved_by, message');
call postgres.classify('payments.transition', 'reference', 'account');
