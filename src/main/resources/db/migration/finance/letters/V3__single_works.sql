-- Works that are bought one by one can be switched off as well.
alter table switched_off drop constraint switched_off_news_check;
alter table switched_off add constraint switched_off_news_check check (news in ('tip', 'pass', 'work', 'pass_ended'));
