-- Whoever looks at a payment or at a person sees the alerts about it: by the events behind them, and by the account that they name.
create index security_event_payment on security_event ((metadata ->> 'payment')) where metadata ->> 'payment' is not null;
create index alert_about on alert (user_id, seq) where user_id is not null;
