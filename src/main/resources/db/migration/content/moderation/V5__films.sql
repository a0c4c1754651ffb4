-- Whoever has it in hand and has begun to look at its film: that they have stands in the audit log once for as long as they have it.
alter table review_item add column film_seen_by uuid;
call postgres.classify('moderation.review_item', 'reference', 'film_seen_by');
