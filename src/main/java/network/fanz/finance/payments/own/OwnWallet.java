package network.fanz.finance.payments.own;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import network.fanz.common.OwnRecords;
import network.fanz.common.OwnSection;
import network.fanz.finance.payments.Payments;
import network.fanz.finance.payments.Wallet;
import network.fanz.finance.payments.WalletLine;
import network.fanz.finance.payments.WalletSection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What somebody has in the books: sums, and every entry behind them. */
@Component
@Order(5)
class OwnWallet implements OwnRecords {
    private static final Set<String> TABLES = Set.of("ledger.account", "ledger.posting");

    private final Payments payments;

    OwnWallet(Payments payments) {
        this.payments = payments;
    }

    @Override
    public List<OwnSection<?>> sections() {
        List<OwnSection<?>> all = new ArrayList<>();
        all.add(OwnSection.<Wallet>ofFew(
                        "wallet",
                        "What you have in the house’s books.",
                        TABLES,
                        owner -> List.of(payments.wallet(owner)))
                .with("balance", Wallet::balance)
                .with("earnings", Wallet::earnings)
                .with("on_its_way_to_your_earnings", Wallet::held));
        Arrays.stream(WalletSection.values()).map(this::statement).forEach(all::add);
        return all;
    }

    private OwnSection<?> statement(WalletSection part) {
        return OwnSection.<WalletLine>of(
                        "statement_of_" + part.name().toLowerCase(Locale.ROOT),
                        switch (part) {
                            case BALANCE -> "Each entry of the money that you keep here, the newest first.";
                            case PURCHASES -> "Each entry of what you paid by card, the newest first.";
                            case EARNINGS -> "Each entry of what you earned, the newest first.";
                        },
                        TABLES,
                        (owner, after) -> payments.statement(owner, part, after))
                .with("number", WalletLine::seq)
                .with("booked_at", WalletLine::at)
                .with("payment", WalletLine::payment)
                .with("part", WalletLine::part)
                .with("given_back", WalletLine::refund)
                .with("reason", WalletLine::reason)
                .with("amount", WalletLine::amount)
                .with("balance_after", WalletLine::balance);
    }
}
