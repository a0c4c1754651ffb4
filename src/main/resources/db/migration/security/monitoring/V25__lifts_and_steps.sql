-- An alert's history has what people did about it besides its state: a block that was lifted, a step of its playbook that is done or is not.
alter table alert_change drop constraint alert_change_what_check;
alter table alert_change add constraint alert_change_what_check
  check (what in ('RAISED', 'ACKNOWLEDGED', 'CONTAINED', 'CLOSED', 'ESCALATED', 'REOPENED', 'WORSENED', 'BLOCK_LIFTED', 'STEP_DONE',
    'STEP_NOT_DONE'));
create index alert_from on alert (ip_address) where ip_address is not null;
