package network.fanz.web.dash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import network.fanz.finance.ledger.LedgerAccountId;

/** What the accounts of a file are called: those of this stretch, and as many of earlier ones as fit. */
final class LedgerNameCache {
    private static final int NAMES_MAX = 50_000;

    private final LedgerOwners owners;
    private final Map<LedgerAccountId, NamedLedgerAccounts.LedgerAccountName> earlier =
            new LinkedHashMap<>(1024, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<LedgerAccountId, NamedLedgerAccounts.LedgerAccountName> eldest) {
                    return size() > NAMES_MAX;
                }
            };

    LedgerNameCache(LedgerOwners owners) {
        this.owners = owners;
    }

    NamedLedgerAccounts of(Stream<LedgerAccountId> ids) {
        Map<LedgerAccountId, NamedLedgerAccounts.LedgerAccountName> names = new HashMap<>();
        List<LedgerAccountId> unknown = new ArrayList<>();
        ids.distinct().forEach(id -> {
            NamedLedgerAccounts.LedgerAccountName known = earlier.get(id);
            if (known == null) {
                unknown.add(id);
            } else {
                names.put(id, known);
            }
        });
        NamedLedgerAccounts read = owners.read(unknown);
        unknown.forEach(id -> {
            names.put(id, read.of(id));
            earlier.put(id, read.of(id));
        });
        return new NamedLedgerAccounts(names);
    }
}
