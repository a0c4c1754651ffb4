-- Why a payment came to nothing, or its refund, with the change that says so: the payment itself keeps the last reason alone.
alter table transition add column reason text;
call postgres.classify('payments.transition', 'plain', 'reason');
