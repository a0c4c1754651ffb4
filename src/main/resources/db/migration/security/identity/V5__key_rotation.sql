-- Signing keys take turns: each is published some time before it signs, and for some time after the next one took over.
alter table signing_key add column signs_from timestamptz;
update signing_key set signs_from = made_at;
alter table signing_key alter column signs_from set not null;

grant delete on signing_key to ${program};

call postgres.classify('identity.signing_key', 'plain', 'signs_from');
