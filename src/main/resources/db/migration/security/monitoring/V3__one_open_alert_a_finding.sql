-- Who sent an event; null for what the program has seen itself. On an outside sender's word alone nothing is done to anybody.
alter table security_event add column reported_by uuid;
call postgres.classify('monitoring.security_event', 'reference', 'reported_by');

-- An alert is about one finding: while it is not closed, more of the same counts it up. After that a new one names the one before.
alter table alert
  add column severity_rank smallint not null generated always as (case severity
    when 'CRITICAL' then 4 when 'HIGH' then 3 when 'MEDIUM' then 2 when 'LOW' then 1 else 0 end) stored,
  add column previous uuid references alert (id),
  -- What the program would do, and a person decides.
  add column proposal text check (proposal in ('BLOCK_ADDRESS'));
call postgres.classify('monitoring.alert', 'plain', 'severity_rank, previous, proposal');
grant update (severity) on alert to ${program};

-- EXPIRED is no judgement of a person: nothing more was seen for so long that the alert was closed by rule, whether it was taken up or not.
alter table alert drop constraint alert_verdict_check;
alter table alert add constraint alert_verdict_check check (verdict in ('TRUE_POSITIVE', 'FALSE_POSITIVE', 'EXPIRED'));
alter table alert drop constraint alert_check;
alter table alert add constraint alert_check check (case
  when state = 'NEW' then acknowledged_at is null
  when verdict = 'EXPIRED' then true
  else acknowledged_at is not null end);

-- The worst first, then the newest.
drop index alert_open;
create index alert_open on alert (severity_rank desc, seq desc) where state <> 'CLOSED';
create index alert_of_finding on alert (rule, entity, seq desc);
drop index alert_fingerprint;
create index alert_quiet on alert (last_seen_at) where state = 'NEW' and severity in ('INFO', 'LOW', 'MEDIUM');

alter table alert_change drop constraint alert_change_what_check;
alter table alert_change add constraint alert_change_what_check
  check (what in ('RAISED', 'ACKNOWLEDGED', 'CONTAINED', 'CLOSED', 'ESCALATED', 'REOPENED', 'WORSENED'));

-- Every report from outside as it came, also where it was counted as more of the same.
create table alert_report (
  seq bigint generated always as identity primary key,
  alert uuid not null references alert (id),
  at timestamptz not null,
  by_account uuid not null,
  severity text not null check (severity in ('INFO', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
  title text not null check (length(title) between 1 and 200),
  description text not null check (length(description) <= 1000)
);
create index alert_report_of_alert on alert_report (alert, seq);
create trigger history before update or delete or truncate on alert_report
  for each statement execute function postgres.refuse_change();
grant select, insert on alert_report to ${program};
call postgres.classify('monitoring.alert_report', 'plain', 'seq, alert, at, severity, title, description');
call postgres.classify('monitoring.alert_report', 'reference', 'by_account');
