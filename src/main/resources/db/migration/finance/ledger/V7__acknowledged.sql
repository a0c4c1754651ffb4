-- Findings of the verification whose cause is known, so that an old one does not hide a new one. A finding names its evidence: if more
-- changes at the same place, it is another finding.
create table acknowledged_finding (
  finding text primary key,
  cause   text not null check (length(cause) between 1 and 500),
  by_whom uuid not null,
  at      timestamptz not null
);
create trigger refuse_change before update or delete or truncate on acknowledged_finding execute function postgres.refuse_change();
grant select, insert on acknowledged_finding to ${program};
call postgres.classify('ledger.acknowledged_finding', 'plain', 'finding, cause, at');
call postgres.classify('ledger.acknowledged_finding', 'reference', 'by_whom');
