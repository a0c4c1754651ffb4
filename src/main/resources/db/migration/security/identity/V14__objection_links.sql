-- The link of the first letter, about the request, stays good when the second letter, about the approval, brings another.
alter table factor_reset add column first_objection_hash bytea unique;
call postgres.classify('identity.factor_reset', 'secret', 'first_objection_hash');
