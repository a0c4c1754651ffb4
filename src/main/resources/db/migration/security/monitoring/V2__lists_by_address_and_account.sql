-- Lists of one address or account show every severity, the newest first; the indexes of the rules hold suspicious events alone.
create index security_event_from on security_event (ip_address, seq) where ip_address is not null;
create index security_event_about on security_event (user_id, seq) where user_id is not null;
