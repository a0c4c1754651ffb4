-- What a buyer writes with a tip, sealed under the buyer's key.
create table tip_message (
  payment uuid primary key references payment (id),
  message bytea not null
);
create trigger tip_message_is_history before update or delete or truncate on tip_message
  for each statement execute function postgres.refuse_change();

grant select, insert on tip_message to ${program};

call postgres.classify('payments.tip_message', 'plain', 'payment');
call postgres.classify('payments.tip_message', 'sealed', 'message');
