package network.fanz.finance.letters;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import network.fanz.finance.payments.TakenBack;
import network.fanz.finance.payments.TipMessage;
import network.fanz.finance.payments.events.PaymentRefunded;
import network.fanz.finance.payments.events.PaymentSettled;
import network.fanz.finance.payments.events.ProviderMessageUnexpected;
import org.jspecify.annotations.Nullable;

/**
 * What the letters to buyers and to finance staff say; those to creators are {@link SellerLetters}. A subject begins with what the bank
 * statement says and names nothing that was bought: it is read over shoulders and on locked screens.
 *
 * @param descriptor what the bank statement says
 */
record LetterWords(String descriptor) {
    static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /**
     * @param creator the creator's public name, as {@link Quoted#name} gives it
     * @param message what the buyer has written with it; null for nothing
     * @param card such as {@code Visa ending 4242}
     * @param link to the receipt's page
     */
    Letter receipt(PaymentSettled paid, String creator, @Nullable TipMessage message, String card, String link) {
        return new Letter(descriptor + ": receipt for " + paid.price().grouped(), """
                You have paid %s.

                Amount          %s, nothing was added to it
                For             %s for %s%s
                Paid with       %s
                Paid on         %s
                Payment number  %s
                Bank statement  %s

                The receipt, to look at or to print:
                %s

                It was paid once. Nothing renews by itself.
                """.formatted(
                        paid.price().grouped(),
                        paid.price().grouped(),
                        what(paid.kind()),
                        creator,
                        message == null ? "" : "\nYour message\n" + Quoted.text(message.text()),
                        card,
                        WHEN.format(paid.at()),
                        paid.payment(),
                        descriptor,
                        link));
    }

    Letter givenBack(PaymentRefunded back, String creator, String card, String link) {
        return new Letter(descriptor + ": " + back.price().grouped() + " given back", """
                We have given %s back to you. Your bank may take some days to show it.

                Amount          %s, all of it
                For             %s for %s
                Goes back to    %s
                Given back on   %s
                Payment number  %s
                Bank statement  %s

                The receipt, to look at or to print:
                %s
                """.formatted(
                        back.price().grouped(),
                        back.price().grouped(),
                        what(back.kind()),
                        creator,
                        card,
                        WHEN.format(back.at()),
                        back.payment(),
                        descriptor,
                        link));
    }

    /** To finance staff, in ids alone. */
    Letter takenBack(ProviderMessageUnexpected said, UUID payment, TakenBack how, String link) {
        return new Letter(
                descriptor + ": " + (how == TakenBack.DISPUTED ? "a payment is disputed" : "money was paid back"),
                """
                %s

                Amount          %s
                Payment number  %s
                Said on         %s

                The payment’s page says what to do about it:
                %s
                """.formatted(
                        how.words(),
                        said.amount() == null ? "not said" : said.amount().grouped(),
                        payment,
                        WHEN.format(said.at()),
                        link));
    }

    /** What was bought, as letters call it. */
    static String what(String kind) {
        return kind.equals("pass") ? "Supporter pass" : "Tip";
    }
}
