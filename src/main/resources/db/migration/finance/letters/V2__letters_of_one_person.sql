-- People may ask for what is kept about them: which letters were written to one of them.
create index written_to on written (account, payment, kind);
