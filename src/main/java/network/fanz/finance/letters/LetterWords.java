package network.fanz.finance.letters;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import network.fanz.finance.payments.TakenBack;
import network.fanz.finance.payments.events.PaymentRefunded;
import network.fanz.finance.payments.events.PaymentSettled;
import network.fanz.finance.payments.events.ProviderMessageUnexpected;

/**
 * What the letters say. A subject begins with what the bank statement says and names nothing that was bought: it is read over shoulders
 * and on locked screens.
 *
 * @param descriptor what the bank statement says
 */
record LetterWords(String descriptor) {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /**
     * @param creator the creator's public name
     * @param card such as {@code Visa ending 4242}
     * @param link to the receipt's page
     */
    Letter receipt(PaymentSettled paid, String creator, String card, String link) {
        return new Letter(descriptor + ": receipt for " + paid.price().grouped(), """
                You have paid %s.

                Amount          %s, nothing was added to it
                For             %s for %s
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

    Letter sale(PaymentSettled paid, String fan, String link, String choices) {
        String first =
                paid.kind().equals("tip") ? fan + " has left you a tip." : fan + " has bought your supporter pass.";
        return new Letter(descriptor + ": " + paid.share().grouped() + " for you", """
                %s

                Paid            %s
                Platform's fee  %s
                Your share      %s
                Paid on         %s
                Payment number  %s

                Look at it:
                %s

                %s
                """.formatted(
                        first,
                        paid.price().grouped(),
                        paid.fee().grouped(),
                        paid.share().grouped(),
                        WHEN.format(paid.at()),
                        paid.payment(),
                        link,
                        switchOff(choices)));
    }

    Letter saleGivenBack(PaymentRefunded back, String fan, String link) {
        return new Letter(descriptor + ": " + back.price().grouped() + " given back", """
                The %s from %s was given back in full.

                Given back      %s
                From you        %s, your share of it
                Given back on   %s
                Payment number  %s

                Look at it:
                %s
                """.formatted(
                        what(back.kind()).toLowerCase(Locale.ROOT),
                        fan,
                        back.price().grouped(),
                        back.share().grouped(),
                        WHEN.format(back.at()),
                        back.payment(),
                        link));
    }

    Letter passEnded(String fan, Instant ended, String choices) {
        return new Letter(descriptor + ": the time of something you sold is over", """
                The supporter pass of %s ended on %s, and was not bought again. Nothing renews by itself.

                %s
                """.formatted(
                        fan, WHEN.format(ended), switchOff(choices)));
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

    private static String switchOff(String choices) {
        return "You can switch letters like this one off:\n" + choices;
    }

    private static String what(String kind) {
        return kind.equals("pass") ? "Supporter pass" : "Tip";
    }
}
