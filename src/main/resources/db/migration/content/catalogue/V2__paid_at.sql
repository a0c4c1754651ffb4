-- When the payment behind a grant was booked. From this a pass's times follow anew when a pass before it is given back; starts_at and
-- ends_at stay what they were when it was granted.
alter table pass_grant add column paid_at timestamptz;

call postgres.classify('catalogue.pass_grant', 'plain', 'paid_at');
