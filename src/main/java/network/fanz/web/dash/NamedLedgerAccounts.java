package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import java.util.Map;
import network.fanz.finance.ledger.LedgerAccountId;

/** What the ledger accounts on a page are, and whose. */
public record NamedLedgerAccounts(Map<LedgerAccountId, LedgerAccountName> known) {
    public NamedLedgerAccounts {
        known = Map.copyOf(known);
    }

    /**
     * @param english its place in the chart of accounts, such as {@code Fan wallet}, as files have it
     * @param owner a person's name, or the name of one of the program's own parts
     */
    public record LedgerAccountName(String english, String owner) {
        /** Its place in the chart of accounts, in the reader's language. */
        public String place() {
            return say(english);
        }
    }

    public LedgerAccountName of(LedgerAccountId account) {
        return known.getOrDefault(account, new LedgerAccountName("Account", ""));
    }
}
