package network.fanz.finance.payments;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.fanz.common.AccountId;
import network.fanz.common.Money;
import network.fanz.common.Page;
import network.fanz.common.Period;
import network.fanz.finance.ledger.AccountCode;
import network.fanz.finance.ledger.JournalFilter;
import network.fanz.finance.ledger.Ledger;
import network.fanz.finance.ledger.LedgerAccount;
import network.fanz.finance.ledger.StatementLine;
import network.fanz.finance.payments.lifecycle.PaymentRow;
import network.fanz.finance.payments.lifecycle.PaymentStore;
import network.fanz.finance.payments.lifecycle.PaymentsSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Wallets and statements: the ledger's figures with payments' words. */
@Component
class WalletQueries {
    private static final int LINES_MAX = 100;

    private final Ledger ledger;
    private final PaymentStore store;
    private final PaymentsSettings settings;

    WalletQueries(Ledger ledger, PaymentStore store, PaymentsSettings settings) {
        this.ledger = ledger;
        this.store = store;
        this.settings = settings;
    }

    Wallet wallet(AccountId owner) {
        List<LedgerAccount> accounts = accounts(owner);
        Money none = Money.zero(settings.currency());
        Optional<LedgerAccount> earnings = find(accounts, AccountCode.CREATOR_EARNINGS);
        return new Wallet(
                find(accounts, AccountCode.FAN_WALLET)
                        .map(LedgerAccount::available)
                        .orElse(none),
                earnings.map(LedgerAccount::balance).orElse(none),
                earnings.map(account -> new Money(account.asset(), account.pendingCredits()))
                        .orElse(none));
    }

    /** Newest first. Held amounts are not booked yet, so they have no line. */
    Page<WalletLine> statement(
            AccountId owner, WalletSection section, @Nullable Period period, @Nullable String after) {
        Optional<LedgerAccount> account = find(accounts(owner), code(section));
        if (account.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        Page<StatementLine> lines = period == null
                ? ledger.statement(account.get().id(), after, LINES_MAX)
                : statementWithin(period, account.get(), after);
        List<StatementLine> booked = lines.items().stream()
                .filter(line -> !line.amount().isZero())
                .filter(line -> isOurs(line.referenceType()))
                .toList();
        Map<UUID, PaymentRow> payments = payments(booked);
        return new Page<>(
                booked.stream()
                        .flatMap(line -> Stream.ofNullable(payments.get(UUID.fromString(line.referenceId())))
                                .map(payment -> walletLine(owner, line, payment)))
                        .toList(),
                lines.next());
    }

    /** From the period's last entry down to its first. Entries are in the order of time, so the period is one stretch of them. */
    private Page<StatementLine> statementWithin(Period period, LedgerAccount account, @Nullable String after) {
        String start = after == null ? afterLast(period, account) : after;
        Page<StatementLine> lines = ledger.statement(account.id(), start, LINES_MAX);
        List<StatementLine> inside = lines.items().stream()
                .filter(line -> !line.postedAt().isBefore(period.from()))
                .filter(line -> line.postedAt().isBefore(period.to()))
                .toList();
        boolean over = inside.size() < lines.items().size();
        return new Page<>(inside, over ? null : lines.next());
    }

    /** The cursor from which the statement begins with the period's last transfer on the account; an empty statement if it has none. */
    private String afterLast(Period period, LedgerAccount account) {
        JournalFilter filter = new JournalFilter(account.id(), null, null, null, null, null, period);
        return ledger.journal(filter, null, 1).items().stream()
                .map(line -> Long.toString(line.seq() + 1))
                .findFirst()
                .orElse("1");
    }

    private Map<UUID, PaymentRow> payments(List<StatementLine> lines) {
        List<UUID> ids = lines.stream()
                .map(line -> UUID.fromString(line.referenceId()))
                .distinct()
                .toList();
        return store.findAll(ids).stream().collect(Collectors.toMap(PaymentRow::id, Function.identity()));
    }

    private static boolean isOurs(String referenceType) {
        return referenceType.equals("payment") || referenceType.equals("refund");
    }

    private static WalletLine walletLine(AccountId owner, StatementLine line, PaymentRow payment) {
        return new WalletLine(
                line.seq(),
                line.postedAt(),
                payment.id(),
                payment.kind(),
                owner.equals(payment.buyer()) ? payment.seller() : payment.buyer(),
                PaymentLeg.of(line.code()),
                line.referenceType().equals("refund"),
                line.amount(),
                line.balance());
    }

    private List<LedgerAccount> accounts(AccountId owner) {
        return ledger.accountsOf(owner.toString());
    }

    private Optional<LedgerAccount> find(List<LedgerAccount> accounts, AccountCode code) {
        return accounts.stream()
                .filter(account -> account.code() == code && account.asset().equals(settings.currency()))
                .findFirst();
    }

    private static AccountCode code(WalletSection section) {
        return switch (section) {
            case BALANCE -> AccountCode.FAN_WALLET;
            case PURCHASES -> AccountCode.FAN_PURCHASES;
            case EARNINGS -> AccountCode.CREATOR_EARNINGS;
        };
    }
}
