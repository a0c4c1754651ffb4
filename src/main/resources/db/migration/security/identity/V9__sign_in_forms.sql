-- Sign-in forms on their way, for a minute each: a form that is sent twice, as by a double click, ends where its first sending ended.
-- The id is made of the token that the browser had and of the form's own key.
create table sign_in_form (
  id uuid primary key,
  session_id uuid,
  location bytea,
  expires_at timestamptz not null,
  check ((session_id is null) = (location is null))
);
create index sign_in_form_by_expiry on sign_in_form (expires_at);

grant select, insert, update, delete on sign_in_form to ${program};

call postgres.classify('identity.sign_in_form', 'secret', 'id, location');
call postgres.classify('identity.sign_in_form', 'reference', 'session_id');
call postgres.classify('identity.sign_in_form', 'plain', 'expires_at');
