package network.fanz.finance.letters;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import network.fanz.common.AccountId;
import network.fanz.common.Steady;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Which letters about money somebody wants. */
@Component
public class MoneyLetters {
    private final LetterStore store;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    MoneyLetters(LetterStore store, Audit audit, TransactionOperations transaction, @Steady Clock clock) {
        this.store = store;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What the account is not told of by letter. */
    public Set<SellerNews> switchedOff(AccountId account) {
        return store.switchedOff(account);
    }

    /** Switches exactly these off, and all others on. Asked again it changes nothing. Emits nothing. */
    public void switchOff(AccountId account, Set<SellerNews> off) {
        transaction.executeWithoutResult(status -> {
            if (store.switchOff(account, off, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
                audit.record(AuditAction.of("letters.switch_off", account, "account:" + account)
                        .with(
                                "off",
                                String.join(
                                        " ",
                                        off.stream()
                                                .map(SellerNews::code)
                                                .sorted()
                                                .toList())));
            }
        });
    }
}
