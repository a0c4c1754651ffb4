-- The few events of a severity among millions. Most are of the lowest, and those the list of the newest leads to.
create index security_event_severity on security_event (severity, seq) where severity <> 'INFO';
