-- Accepted postings of a block are found through its transfers; rejected ones, which are few, through this.
create index posting_rejected on posting (block) where reason <> 0;
