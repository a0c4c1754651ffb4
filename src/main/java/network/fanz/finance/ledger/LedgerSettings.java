package network.fanz.finance.ledger;

import java.math.BigInteger;
import java.time.Duration;
import network.fanz.common.Between;
import network.fanz.common.TakesFrom;
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
 * @param handPostingMax the most that one posting by hand moves, all its legs together, in whole units of what they count, such as dollars
 */
@ConfigurationProperties(prefix = "fanz.ledger", ignoreUnknownFields = false)
public record LedgerSettings(
        @DefaultValue("20000") @Between(min = "1", max = "200000")
        int queueMax,

        @DefaultValue("2000") @Between(min = "1", max = "10000")
        int batchMax,

        @DefaultValue("3") @Between(min = "1", max = "64") @TakesFrom("fanz.postgres.connections-max")
        int lanes,

        @DefaultValue("20s") @Between(min = "1s", max = "2m")
        Duration retryFor,

        @DefaultValue("1s") @Between(min = "100ms", max = "1h")
        Duration sweepEvery,

        @DefaultValue("1000") @Between(min = "1", max = "100000")
        int sweepMax,

        @DefaultValue("200") @Between(min = "10", max = "1000")
        int pageMax,

        @DefaultValue("100000000") @Between(min = "1", max = "1000000000000")
        BigInteger handPostingMax) {}
