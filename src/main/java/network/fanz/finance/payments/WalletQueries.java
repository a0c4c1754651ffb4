package network.fanz.finance.payments;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.common.Money;
import network.fanz.common.Page;
import network.fanz.common.Period;
import network.fanz.finance.currency.HouseCurrency;
import network.fanz.finance.ledger.AccountCode;
import network.fanz.finance.ledger.HandPostings;
import network.fanz.finance.ledger.JournalFilter;
import network.fanz.finance.ledger.Keeper;
import network.fanz.finance.ledger.Ledger;
import network.fanz.finance.ledger.LedgerAccount;
import network.fanz.finance.ledger.StatementLine;
import network.fanz.finance.payments.lifecycle.PaymentRow;
import network.fanz.finance.payments.lifecycle.PaymentStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Wallets and statements: the ledger's figures with payments' words. */
@Component
class WalletQueries {
    private static final int LINES_MAX = 100;
    private static final String REFUND = "refund";

    private final Ledger ledger;
    private final HandPostings handPostings;
    private final PaymentStore store;
    private final HouseCurrency currency;

    WalletQueries(Ledger ledger, HandPostings handPostings, PaymentStore store, HouseCurrency currency) {
        this.ledger = ledger;
        this.handPostings = handPostings;
        this.store = store;
        this.currency = currency;
    }

    Wallet wallet(AccountId owner) {
        List<LedgerAccount> accounts = accounts(owner);
        Money none = Money.zero(currency.asset());
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
        List<StatementLine> booked =
                lines.items().stream().filter(line -> !line.amount().isZero()).toList();
        Map<UUID, PaymentRow> payments = payments(booked);
        Map<UUID, String> reasons = handPostings.reasons(booked.stream()
                .filter(line -> line.keeper() == Keeper.HAND)
                .map(StatementLine::posting)
                .toList());
        return new Page<>(
                booked.stream()
                        .map(line -> walletLine(owner, line, paymentOf(line, payments), reasons))
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
                .flatMap(line -> paymentId(line).stream())
                .distinct()
                .toList();
        return store.findAll(ids).stream().collect(Collectors.toMap(PaymentRow::id, Function.identity()));
    }

    private static @Nullable PaymentRow paymentOf(StatementLine line, Map<UUID, PaymentRow> payments) {
        return paymentId(line).map(payments::get).orElse(null);
    }

    /** Rows from before keepers were written down have only words, and those may be anybody's: what reads as no id is no payment. */
    private static Optional<UUID> paymentId(StatementLine line) {
        boolean payments = line.keeper() == Keeper.PAYMENTS
                || line.keeper() == Keeper.UNKNOWN
                        && (line.referenceType().equals("payment")
                                || line.referenceType().equals(REFUND));
        try {
            return payments && PaymentLeg.of(line.code()).isPresent()
                    ? Optional.of(UUID.fromString(line.referenceId()))
                    : Optional.empty();
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static WalletLine walletLine(
            AccountId owner, StatementLine line, @Nullable PaymentRow payment, Map<UUID, String> reasons) {
        return payment == null
                ? new WalletLine(
                        line.seq(),
                        line.postedAt(),
                        null,
                        null,
                        null,
                        null,
                        false,
                        reasons.get(line.posting()),
                        line.amount(),
                        line.balance())
                : new WalletLine(
                        line.seq(),
                        line.postedAt(),
                        payment.id(),
                        payment.kind(),
                        owner.equals(payment.buyer()) ? payment.seller() : payment.buyer(),
                        PaymentLeg.of(line.code()).orElse(null),
                        line.referenceType().equals(REFUND),
                        null,
                        line.amount(),
                        line.balance());
    }

    private List<LedgerAccount> accounts(AccountId owner) {
        return ledger.accountsOf(owner.toString());
    }

    private Optional<LedgerAccount> find(List<LedgerAccount> accounts, AccountCode code) {
        return accounts.stream()
                .filter(account -> account.code() == code && account.asset().equals(currency.asset()))
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
