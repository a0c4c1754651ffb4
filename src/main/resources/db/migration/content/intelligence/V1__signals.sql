-- What software said of a release, each with the model that said it. A release's signals are written together, and together anew.
create table signal (
  release uuid not null,
  name text not null,
  score numeric(5, 4) not null check (score between 0 and 1),
  model text not null,
  model_version text not null,
  frame_millis bigint check (frame_millis >= 0),
  found_at timestamptz not null,
  unique nulls not distinct (release, name, model, frame_millis)
);

grant usage on schema intelligence to ${program};
grant select, insert, delete on signal to ${program};

call postgres.classify('intelligence.signal', 'plain', 'release, name, score, model, model_version, frame_millis, found_at');
