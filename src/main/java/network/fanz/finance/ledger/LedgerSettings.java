package network.fanz.finance.ledger;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bounds of the ledger's engine.
 *
 * @param queueMax how many postings may wait on this node; one more is refused with 429
 * @param batchMax how many postings share one commit
 * @param lanes how many threads of this node take batches: one drafts, one writes, one commits
 * @param retryFor how long a batch is tried again while the database cannot be reached
 * @param sweepEvery how often expired holds are given back
 * @param sweepMax how many expired holds are given back at once
 * @param pageMax how many rows a list shows at most
 */
@ConfigurationProperties(prefix = "fanz.ledger", ignoreUnknownFields = false)
public record LedgerSettings(
        @DefaultValue("20000") int queueMax,
        @DefaultValue("2000") int batchMax,
        @DefaultValue("3") int lanes,
        @DefaultValue("20s") Duration retryFor,
        @DefaultValue("1s") Duration sweepEvery,
        @DefaultValue("1000") int sweepMax,
        @DefaultValue("200") int pageMax) {
    static LedgerSettings defaults() {
        return new LedgerSettings(20_000, 2_000, 3, Duration.ofSeconds(20), Duration.ofSeconds(1), 1_000, 200);
    }
}
