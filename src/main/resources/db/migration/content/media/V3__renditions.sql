-- What is shown of uploads. The bytes lie in the object store, under the upload's own key.
create table rendition (
  upload uuid not null references upload on delete cascade,
  name text not null check (length(name) between 1 and 80),
  bundle text not null,
  kind text not null check (kind in ('PICTURE', 'THUMBNAIL', 'POSTER', 'STORYBOARD', 'PLAYLIST', 'SEGMENT', 'CAPTION')),
  media_type text not null,
  length bigint not null check (length > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  width int not null check (width >= 0),
  height int not null check (height >= 0),
  object text not null unique,
  stored_length bigint not null check (stored_length > 0),
  primary key (upload, name)
);
create index rendition_bundle on rendition (upload, bundle);

grant select, insert, delete on rendition to ${program};

call postgres.classify('media.rendition', 'plain', 'upload, name, bundle, kind, media_type, length, sha256, width, height, object, stored_length');
