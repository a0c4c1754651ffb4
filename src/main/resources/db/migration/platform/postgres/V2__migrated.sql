-- What has been migrated, as one hash over all migrations: a start that finds its own need not look at them one by one.
create table migrated (
  digest text primary key
);
call postgres.classify('postgres.migrated', 'plain', 'digest');
