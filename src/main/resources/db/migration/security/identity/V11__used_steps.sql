-- The last hundred steps whose codes were used. A clock that jumps and jumps back makes old codes timely again, and good never again.
alter table totp add column used_steps bigint[] not null default '{}';

call postgres.classify('identity.totp', 'plain', 'used_steps');
