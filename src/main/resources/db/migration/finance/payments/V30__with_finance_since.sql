-- Since when finance staff have had a request. A refund that fails gives it back to them, and their time goes on from where it began.
alter table refund_request add column with_finance_since timestamptz;
update refund_request set with_finance_since = moved_at where state = 'WITH_FINANCE';
call postgres.classify('payments.refund_request', 'plain', 'with_finance_since');
