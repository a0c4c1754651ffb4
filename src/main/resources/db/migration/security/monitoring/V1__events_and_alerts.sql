create table security_event (
  seq bigint generated always as identity primary key,
  id uuid not null unique,
  at timestamptz not null,
  recorded_at timestamptz not null,
  source text not null,
  category text not null,
  severity text not null check (severity in ('INFO', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
  title text not null check (length(title) between 1 and 200),
  description text not null check (length(description) <= 1000),
  user_id uuid,
  ip_address text,
  user_agent text,
  platform text,
  location text,
  metadata jsonb not null,
  raw_data bytea,
  tags text[] not null
);
create index security_event_at on security_event (at);
create index security_event_address on security_event (ip_address, at)
  where ip_address is not null and severity in ('MEDIUM', 'HIGH', 'CRITICAL');
create index security_event_user on security_event (user_id, at)
  where user_id is not null and severity in ('MEDIUM', 'HIGH', 'CRITICAL');

create trigger history before update or delete or truncate on security_event
  for each statement execute function postgres.refuse_change();

create table alert (
  seq bigint generated always as identity primary key,
  id uuid not null unique,
  rule text not null,
  entity text not null,
  event_id uuid,
  type text not null,
  severity text not null check (severity in ('INFO', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
  title text not null check (length(title) between 1 and 200),
  description text not null check (length(description) <= 1000),
  playbook text,
  user_id uuid,
  ip_address text,
  event_at timestamptz not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  count bigint not null check (count >= 1),
  state text not null check (state in ('NEW', 'ACKNOWLEDGED', 'CONTAINED', 'CLOSED')),
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  contained_at timestamptz,
  closed_at timestamptz,
  verdict text check (verdict in ('TRUE_POSITIVE', 'FALSE_POSITIVE')),
  escalated_at timestamptz,
  check ((state = 'NEW') = (acknowledged_at is null)),
  check ((state = 'CLOSED') = (closed_at is not null)),
  check ((state = 'CLOSED') = (verdict is not null)),
  check (verdict is distinct from 'TRUE_POSITIVE' or contained_at is not null)
);
create index alert_fingerprint on alert (rule, entity, last_seen_at) where state <> 'CLOSED';
create index alert_open on alert (seq) where state <> 'CLOSED';
create index alert_waiting on alert (created_at) where state = 'NEW' and escalated_at is null;
create index alert_created on alert (created_at);

create table alert_event (
  alert uuid not null references alert (id),
  event uuid not null references security_event (id),
  primary key (alert, event)
);
create trigger history before update or delete or truncate on alert_event
  for each statement execute function postgres.refuse_change();

create table alert_change (
  alert uuid not null references alert (id),
  number int not null check (number >= 1),
  at timestamptz not null,
  by_account uuid,
  what text not null check (what in ('RAISED', 'ACKNOWLEDGED', 'CONTAINED', 'CLOSED', 'ESCALATED')),
  note text not null check (length(note) <= 500),
  primary key (alert, number)
);
create trigger history before update or delete or truncate on alert_change
  for each statement execute function postgres.refuse_change();

create table alert_step (
  alert uuid not null references alert (id),
  step text not null,
  at timestamptz not null,
  result text not null check (length(result) <= 500),
  primary key (alert, step)
);
create trigger history before update or delete or truncate on alert_step
  for each statement execute function postgres.refuse_change();

grant usage on schema monitoring to ${program};
grant select, insert on security_event, alert, alert_event, alert_change, alert_step to ${program};
-- What an alert was raised for never changes; only its count and its state do.
grant update (count, last_seen_at, state, acknowledged_at, acknowledged_by, contained_at, closed_at, verdict, escalated_at)
  on alert to ${program};

call postgres.classify('monitoring.security_event', 'plain',
  'seq, id, at, recorded_at, source, category, severity, title, description, platform, location, metadata, tags');
call postgres.classify('monitoring.security_event', 'reference', 'user_id');
call postgres.classify('monitoring.security_event', 'keyed', 'ip_address, user_agent');
call postgres.classify('monitoring.security_event', 'sealed', 'raw_data');
call postgres.classify('monitoring.alert', 'plain',
  'seq, id, rule, event_id, type, severity, title, description, playbook, event_at, created_at, last_seen_at, count, state, acknowledged_at, contained_at, closed_at, verdict, escalated_at');
call postgres.classify('monitoring.alert', 'reference', 'entity, user_id, acknowledged_by');
call postgres.classify('monitoring.alert', 'keyed', 'ip_address');
call postgres.classify('monitoring.alert_event', 'plain', 'alert, event');
call postgres.classify('monitoring.alert_change', 'plain', 'alert, number, at, what, note');
call postgres.classify('monitoring.alert_change', 'reference', 'by_account');
call postgres.classify('monitoring.alert_step', 'plain', 'alert, step, at, result');
