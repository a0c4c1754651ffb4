-- Which types of events a subscription handles, as the newest version of the program says that has run on this database, and from which
-- number of the log on. A node that handles fewer leaves the subscription to others: it would pass over what it does not know.
alter table subscription add column types text[] not null default '{}';
alter table subscription add column types_since bigint not null default 0;

call postgres.classify('subscription', 'plain', 'types, types_since');
