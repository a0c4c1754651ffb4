package network.fanz.web.money;

import java.util.List;
import network.fanz.common.Money;
import network.fanz.finance.payments.PaymentKind;
import network.fanz.finance.payments.WalletLine;
import network.fanz.web.show.Format;
import org.jspecify.annotations.Nullable;

/** A statement's rows in words and columns. */
public final class StatementText {
    private StatementText() {}

    /** @param other the name of the creator on a buyer's row, of the buyer on a creator's */
    public static String description(WalletLine line, @Nullable String other) {
        if (line.part() == null) {
            return line.reason() == null ? "Booked in the ledger" : "Booked by hand: " + line.reason();
        }
        String what = line.kind() == PaymentKind.PASS ? "supporter pass, " + other : "tip, " + other;
        String text = switch (line.part()) {
            case PRICE -> "Card, for a " + what;
            case FEE -> "Fee on a " + what;
            case SHARE -> "Share of a " + what;
        };
        return line.refund() ? "Given back: " + text : text;
    }

    /** The amount if it came in, else nothing. */
    public static String in(WalletLine line) {
        return line.amount().isPositive() ? Format.amount(line.amount()) : "";
    }

    /** The amount if it went out, else nothing. */
    public static String out(WalletLine line) {
        return line.amount().isPositive() ? "" : Format.amount(line.amount().negated());
    }

    /** @param lines at least one */
    public static String sumIn(List<WalletLine> lines) {
        return Format.amount(sum(lines, true));
    }

    /** @param lines at least one */
    public static String sumOut(List<WalletLine> lines) {
        return Format.amount(sum(lines, false).negated());
    }

    private static Money sum(List<WalletLine> lines, boolean in) {
        return lines.stream()
                .map(WalletLine::amount)
                .filter(amount -> amount.isPositive() == in)
                .reduce(Money.zero(lines.getFirst().amount().asset()), Money::plus);
    }
}
