-- To whom an invitation was sent, sealed under a key of its own, for as long as it can be accepted: its page shows it, and a letter can be
-- sent again.
alter table invitation add column email bytea;
-- When somebody ended it, or a newer one took its place; without it its time was over.
alter table invitation add column withdrawn_at timestamptz;

-- Each letter has a link of its own. Whoever has it reads the invited mailbox; whoever was handed the invitation's own token need not.
create table invitation_letter (
  token_hash bytea primary key,
  invitation_id uuid not null references invitation,
  sent_at timestamptz not null
);
create index invitation_letter_by_invitation on invitation_letter (invitation_id, sent_at);
grant select, insert on invitation_letter to ${program};

call postgres.classify('identity.invitation', 'sealed', 'email');
call postgres.classify('identity.invitation', 'plain', 'withdrawn_at');
call postgres.classify('identity.invitation_letter', 'secret', 'token_hash');
call postgres.classify('identity.invitation_letter', 'plain', 'invitation_id, sent_at');
