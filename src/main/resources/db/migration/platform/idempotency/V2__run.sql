-- The run of the program that holds a key, so that the keys of a run that was killed are free as soon as that is certain.
alter table request add column run uuid;
create index request_running on request (run) where answer is null;

call postgres.classify('request', 'plain', 'run');
