package network.fanz.web.dash;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.fanz.common.AccountId;
import network.fanz.finance.ledger.JournalLine;
import network.fanz.finance.ledger.Ledger;
import network.fanz.finance.ledger.LedgerAccount;
import network.fanz.finance.ledger.LedgerAccountId;
import network.fanz.finance.ledger.Leg;
import network.fanz.finance.ledger.StatementLine;
import network.fanz.web.show.PublicNames;
import org.springframework.stereotype.Component;

/**
 * What ledger accounts are and whose, all read at once. Names are personal data: they are shown to whoever may see the books, on a page or in a
 * file that such a person asks for, and no log holds them.
 */
@Component
final class LedgerOwners {
    private final Ledger ledger;
    private final PublicNames names;

    LedgerOwners(Ledger ledger, PublicNames names) {
        this.ledger = ledger;
        this.names = names;
    }

    NamedLedgerAccounts of(List<JournalLine> lines) {
        return read(lines.stream()
                .flatMap(line -> Stream.of(line.debit(), line.credit()))
                .collect(Collectors.toSet()));
    }

    NamedLedgerAccounts ofLegs(List<Leg> legs) {
        return read(legs.stream()
                .flatMap(leg -> Stream.of(leg.debit(), leg.credit()))
                .collect(Collectors.toSet()));
    }

    /** Those of a statement, the account's own among them. */
    NamedLedgerAccounts ofStatement(LedgerAccountId account, List<StatementLine> lines) {
        return read(Stream.concat(Stream.of(account), lines.stream().map(StatementLine::counterparty))
                .collect(Collectors.toSet()));
    }

    /** Those of these accounts. */
    NamedLedgerAccounts read(Collection<LedgerAccountId> ids) {
        Map<LedgerAccountId, LedgerAccount> accounts = ids.isEmpty() ? Map.of() : ledger.accounts(ids);
        Map<AccountId, String> known = names.of(accounts.values().stream()
                .flatMap(account -> person(account.ownerId()).stream())
                .distinct()
                .toList());
        Map<LedgerAccountId, NamedLedgerAccounts.LedgerAccountName> named = new HashMap<>();
        accounts.forEach((id, account) -> named.put(
                id,
                new NamedLedgerAccounts.LedgerAccountName(
                        EnumLabels.english(EnumLabels.value(account.code())),
                        person(account.ownerId())
                                .map(person -> known.getOrDefault(person, account.ownerId()))
                                .orElse(account.ownerId()))));
        return new NamedLedgerAccounts(named);
    }

    /** An owner is a person's id, or the name of one of the program's own parts. */
    private static Optional<AccountId> person(String ownerId) {
        try {
            return Optional.of(AccountId.of(ownerId));
        } catch (IllegalArgumentException notAPerson) {
            return Optional.empty();
        }
    }
}
