-- A fan's request to be given a payment back: one a payment at most. What people wrote in it is sealed under the key of who wrote it.
create table refund_request (
  payment uuid primary key references payment (id),
  buyer uuid not null,
  seller uuid not null,
  state text not null check (state in
    ('WITH_CREATOR', 'WITH_FINANCE', 'GIVING_BACK', 'GIVEN_BACK', 'DECLINED', 'WITHDRAWN', 'TAKEN_BACK', 'NOT_POSSIBLE')),
  reason bytea not null,
  creators_words bytea,
  finances_words bytea,
  financier uuid,
  asked_at timestamptz not null,
  moved_at timestamptz not null,
  check ((finances_words is null) = (financier is null)),
  check (state <> 'DECLINED' or finances_words is not null)
);
create index refund_request_waiting on refund_request (state, moved_at) where state in ('WITH_CREATOR', 'WITH_FINANCE');
create index refund_request_of_seller on refund_request (seller, moved_at) where state = 'WITH_CREATOR';

grant select, insert, update on refund_request to ${program};

call postgres.classify('payments.refund_request', 'plain', 'payment, state, asked_at, moved_at');
call postgres.classify('payments.refund_request', 'reference', 'buyer, seller, financier');
call postgres.classify('payments.refund_request', 'sealed', 'reason, creators_words, finances_words');
