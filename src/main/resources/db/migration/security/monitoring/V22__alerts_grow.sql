-- What an alert was raised for can turn out to be part of something worse: several failed sign-ins become an attack. The alert then says so,
-- and no second one is raised. Its rule and what it is about stay.
grant update (type, title, description, playbook, proposal, user_id) on alert to ${program};
