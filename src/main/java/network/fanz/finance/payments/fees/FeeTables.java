package network.fanz.finance.payments.fees;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import network.fanz.common.AccountId;
import network.fanz.common.InvalidField;
import network.fanz.common.Sentence;
import network.fanz.common.Steady;
import network.fanz.common.TimestampRange;
import network.fanz.finance.payments.FeeTable;
import network.fanz.finance.payments.PaymentKind;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The operator's fee tables. A new one must lie further ahead than any node keeps the old list, so all nodes change at the same
 * moment and no payment has to read them.
 */
@Component
public class FeeTables {
    private static final Duration NOTICE_MIN = Duration.ofMinutes(1);
    private static final Duration CACHE_TIME = Duration.ofSeconds(20);

    private final FeeStore store;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    /** Fewer than {@link FeeStore#all} reads, so the table that holds now is always among those. */
    private static final int UPCOMING_MAX = 20;

    private static final CachedFeeTables NONE = new CachedFeeTables(List.of(), Instant.MIN);

    private volatile CachedFeeTables cached = NONE;

    private record CachedFeeTables(List<FeeTable> newestFirst, Instant readAt) {}

    FeeTables(FeeStore store, Audit audit, TransactionOperations transaction, @Steady Clock clock) {
        this.store = store;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The table that holds now. */
    public FeeTable current() {
        Instant now = clock.instant();
        return all().stream()
                .filter(table -> !table.effectiveFrom().isAfter(now))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No fee table holds at " + now));
    }

    /** Newest first, a hundred at most. */
    public List<FeeTable> all() {
        Instant now = clock.instant();
        CachedFeeTables seen = cached;
        if (seen.readAt().isAfter(now) || seen.readAt().isBefore(now.minus(CACHE_TIME))) {
            seen = new CachedFeeTables(store.all(), now);
            cached = seen;
        }
        return seen.newestFirst();
    }

    public FeeTable set(Map<PaymentKind, Integer> basisPoints, Instant effectiveFrom, AccountId by) {
        Instant now = clock.instant();
        check(basisPoints, effectiveFrom, now);
        FeeTable set = transaction.execute(status -> {
            store.lock();
            if (store.countUpcoming(now) >= UPCOMING_MAX) {
                throw new InvalidField(
                        "effectiveFrom", Sentence.of("At most {0} fee tables may lie ahead.", UPCOMING_MAX));
            }
            FeeTable table = store.insert(basisPoints, effectiveFrom, by, now);
            audit.record(AuditAction.of("payments.set_fees", by, "fees:" + table.version())
                    .with("basis_points", basisPoints.toString()));
            return table;
        });
        cached = NONE;
        return set;
    }

    private static void check(Map<PaymentKind, Integer> basisPoints, Instant effectiveFrom, Instant now) {
        for (PaymentKind kind : PaymentKind.values()) {
            Integer points = basisPoints.get(kind);
            if (points == null || points < 0 || points > 10_000) {
                throw new InvalidField("basisPoints", "Each kind has a fee of 0 to 10000 basis points.");
            }
        }
        TimestampRange.check("effectiveFrom", effectiveFrom);
        if (effectiveFrom.isBefore(now.plus(NOTICE_MIN))) {
            throw new InvalidField("effectiveFrom", "A fee table begins to hold a minute from now at the earliest.");
        }
    }
}
