package network.fanz.finance.ledger.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.finance.ledger.LedgerAccountId;
import network.fanz.finance.ledger.Leg;
import network.fanz.finance.ledger.Posting;

/** Draws postings at random, likely ones and mad ones: some are retries, some reuse an id, some refer to what is not there. */
public final class RandomPostings {
    private static final int AMOUNT_MAX = 200;

    private final RandomGenerator random;
    private final List<LedgerAccountId> accounts;
    private final List<Posting> drawn = new ArrayList<>();

    public RandomPostings(RandomGenerator random, List<LedgerAccountId> accounts) {
        this.random = random;
        this.accounts = accounts;
    }

    public Posting next(Instant now) {
        Posting posting = switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> Posting.post(id(), legs(), "test", "1", now);
            case 4, 5 -> Posting.pending(id(), legs(), expiry(), "test", "1", now);
            case 6 -> Posting.postPending(id(), earlier(), "test", "1", now);
            case 7 -> Posting.voidPending(id(), earlier(), "test", "1", now);
            case 8 -> Posting.reversal(id(), earlier(), "test", "1", now);
            default -> retryOrReuse(now);
        };
        drawn.add(posting);
        return posting;
    }

    private Posting retryOrReuse(Instant now) {
        if (drawn.isEmpty() || random.nextInt(4) == 0) {
            return Posting.post(earlier(), legs(), "test", "2", now);
        }
        return drawn.get(random.nextInt(drawn.size()));
    }

    /** Mostly a recent one, for those are still open. */
    private UUID earlier() {
        if (drawn.isEmpty() || random.nextInt(20) == 0) {
            return id();
        }
        int back = Math.min(drawn.size(), 1 + random.nextInt(random.nextInt(3) == 0 ? drawn.size() : 12));
        return drawn.get(drawn.size() - back).id();
    }

    private @org.jspecify.annotations.Nullable Duration expiry() {
        return random.nextBoolean() ? null : Duration.ofSeconds(1 + random.nextInt(60));
    }

    private List<Leg> legs() {
        List<Leg> legs = new ArrayList<>();
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            int debit = random.nextInt(accounts.size());
            int credit = (debit + 1 + random.nextInt(accounts.size() - 1)) % accounts.size();
            Money amount = Money.of(Asset.USD, 1 + random.nextInt(AMOUNT_MAX));
            legs.add(new Leg(accounts.get(debit), accounts.get(credit), amount, 1));
        }
        return legs;
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
