package network.fanz.web.dash;

import java.util.Map;
import network.fanz.finance.ledger.LedgerAccountId;

/** What the ledger accounts on a page are, and whose. */
public record NamedLedgerAccounts(Map<LedgerAccountId, LedgerAccountName> known) {
    public NamedLedgerAccounts {
        known = Map.copyOf(known);
    }

    /**
     * @param place in the chart of accounts, such as {@code Fan wallet}
     * @param owner a person's name, or the name of one of the program's own parts
     */
    public record LedgerAccountName(String place, String owner) {}

    public LedgerAccountName of(LedgerAccountId account) {
        return known.getOrDefault(account, new LedgerAccountName("Account", ""));
    }
}
