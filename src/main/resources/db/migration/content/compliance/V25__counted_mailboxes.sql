-- By what letters to one mailbox are counted: an address without what stands after a plus sign. Letters of before are counted by nobody.
alter table consent_invitation add column counted_key bytea check (length(counted_key) = 32);
create index consent_invitation_counted on consent_invitation (counted_key, made_at);

call postgres.classify('compliance.consent_invitation', 'keyed', 'counted_key');
