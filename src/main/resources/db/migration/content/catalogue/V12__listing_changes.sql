-- Which works and creators have changed, for what each node keeps of published works. Who reads it remembers the oldest transaction that was
-- still open, and reads from there: nothing that is committed later is passed over, whatever order commits come in.
create table listing_change (
  subject uuid primary key,
  changed_by xid8 not null
);
create index listing_change_by on listing_change (changed_by);

create function note_listing_change(changed uuid) returns void language sql as $$
  insert into catalogue.listing_change (subject, changed_by) values (changed, pg_current_xact_id())
    on conflict (subject) do update set changed_by = excluded.changed_by
$$;

create function note_work_change() returns trigger language plpgsql as $$
begin
  perform catalogue.note_listing_change(new.work);
  return null;
end $$;

create function note_creator_change() returns trigger language plpgsql as $$
begin
  perform catalogue.note_listing_change(new.creator);
  return null;
end $$;

create trigger listing_published after insert on release for each row when (new.state = 'PUBLISHED') execute function note_work_change();
create trigger listing_moved after update on release for each row
  when (new.state = 'PUBLISHED' or old.state = 'PUBLISHED') execute function note_work_change();
create trigger listing_shown after insert or update on showing for each row execute function note_work_change();
create trigger listing_named after insert or update on handle for each row execute function note_creator_change();
create index release_published_work on release (work) where state = 'PUBLISHED';

grant select, insert, update on listing_change to ${program};

call postgres.classify('catalogue.listing_change', 'plain', 'changed_by');
call postgres.classify('catalogue.listing_change', 'reference', 'subject');
