package network.fanz.finance.ledger;

import network.fanz.common.Period;
import org.jspecify.annotations.Nullable;

/**
 * Which transfers of the journal are meant; null stands for all.
 *
 * @param account on either side
 * @param asset the asset's code
 * @param referenceType what the posting stands for
 * @param referenceId the id of that
 * @param period when they were posted
 */
public record JournalFilter(
        @Nullable LedgerAccountId account,
        @Nullable String asset,
        Posting.@Nullable Kind kind,
        @Nullable String referenceType,
        @Nullable String referenceId,
        @Nullable Period period) {
    public static JournalFilter all() {
        return new JournalFilter(null, null, null, null, null, null);
    }
}
