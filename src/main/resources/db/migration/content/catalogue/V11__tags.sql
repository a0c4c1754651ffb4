-- Words by which a work is found, part of what people decide about; sealed under the work's own key, as its title is. Null for none.
alter table release add column tags bytea;

call postgres.classify('catalogue.release', 'sealed', 'tags');
