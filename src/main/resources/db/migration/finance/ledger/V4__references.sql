-- Whoever follows a figure to its rows asks which postings a payment has. An id alone leads to a handful of rows, whatever its type.
create index posting_reference_id on posting (reference_id);
