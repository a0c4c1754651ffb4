package network.fanz.web.money;

import static network.fanz.common.Language.say;

import java.util.List;
import java.util.Objects;
import network.fanz.common.Money;
import network.fanz.finance.payments.PaymentLeg;
import network.fanz.finance.payments.WalletLine;
import network.fanz.web.show.Format;
import org.jspecify.annotations.Nullable;

/** A statement's rows in words and columns. */
public final class StatementText {
    private StatementText() {}

    /** @param other the name of the creator on a buyer's row, of the buyer on a creator's */
    public static String description(WalletLine line, @Nullable String other) {
        if (line.part() == null) {
            return line.reason() == null ? say("Booked in the ledger") : say("Booked by hand: {0}", line.reason());
        }
        String who = String.valueOf(other);
        String text = switch (Objects.requireNonNull(line.kind())) {
            case TIP -> tip(line.part(), who);
            case PASS -> pass(line.part(), who);
            case PPV -> work(line.part(), who);
        };
        return line.refund() ? say("Given back: {0}", text) : text;
    }

    private static String tip(PaymentLeg part, String who) {
        return switch (part) {
            case PRICE -> say("Card, for a tip, {0}", who);
            case FEE -> say("Fee on a tip, {0}", who);
            case SHARE -> say("Share of a tip, {0}", who);
        };
    }

    private static String pass(PaymentLeg part, String who) {
        return switch (part) {
            case PRICE -> say("Card, for a supporter pass, {0}", who);
            case FEE -> say("Fee on a supporter pass, {0}", who);
            case SHARE -> say("Share of a supporter pass, {0}", who);
        };
    }

    private static String work(PaymentLeg part, String who) {
        return switch (part) {
            case PRICE -> say("Card, for a single work, {0}", who);
            case FEE -> say("Fee on a single work, {0}", who);
            case SHARE -> say("Share of a single work, {0}", who);
        };
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
