-- People may ask for what is kept about them: the letters that are about one of them.
create index letter_about on letter (about, id);
