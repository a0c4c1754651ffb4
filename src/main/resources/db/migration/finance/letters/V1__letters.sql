-- Which letter about which payment was written to whom: each once, however often the event behind it comes.
create table written (
  payment uuid not null,
  kind text not null check (length(kind) between 1 and 40),
  account uuid not null,
  written_at timestamptz not null,
  primary key (payment, kind, account)
);
create trigger written_is_history before update or delete or truncate on written
  for each statement execute function postgres.refuse_change();

-- What somebody does not want to be told of by letter.
create table switched_off (
  account uuid not null,
  news text not null check (news in ('tip', 'pass', 'pass_ended')),
  since timestamptz not null,
  primary key (account, news)
);

grant usage on schema letters to ${program};
grant select, insert on written to ${program};
grant select, insert, delete on switched_off to ${program};

call postgres.classify('letters.written', 'plain', 'payment, kind, written_at');
call postgres.classify('letters.written', 'reference', 'account');
call postgres.classify('letters.switched_off', 'plain', 'news, since');
call postgres.classify('letters.switched_off', 'reference', 'account');
