package network.fanz.finance.letters;

import static network.fanz.common.Language.say;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import network.fanz.common.Language;
import network.fanz.content.catalogue.events.WorkTakenDown;
import network.fanz.finance.payments.PaymentKind;
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
    /** A time in words, in UTC: a letter does not know where it is read. */
    static String when(Instant at) {
        Language language = Language.current();
        return DateTimeFormatter.ofPattern(
                        language == Language.GERMAN ? "d. MMM uuuu, HH:mm 'UTC'" : "d MMM uuuu, HH:mm 'UTC'",
                        language.locale())
                .withZone(ZoneOffset.UTC)
                .format(at);
    }

    /**
     * @param creator the creator's public name, as {@link Quoted#name} gives it
     * @param message what the buyer has written with it; null for nothing
     * @param card such as {@code Visa ending 4242}
     * @param link to the receipt's page
     */
    Letter receipt(PaymentSettled paid, String creator, @Nullable TipMessage message, String card, String link) {
        return new Letter(
                say("{0}: receipt for {1}", descriptor, paid.price().grouped()),
                say(
                        """
                You have paid {0}.

                Amount          {0}, nothing was added to it
                For             {1} for {2}{3}
                Paid with       {4}
                Paid on         {5}
                Payment number  {6}
                Bank statement  {7}

                The receipt, to look at or to print:
                {8}

                It was paid once. Nothing renews by itself.
                """,
                        paid.price().grouped(),
                        what(paid.kind()),
                        creator,
                        message == null ? "" : "\n" + say("Your message\n{0}", Quoted.text(message.text())),
                        card,
                        when(paid.at()),
                        paid.payment(),
                        descriptor,
                        link));
    }

    Letter givenBack(PaymentRefunded back, String creator, String card, String link) {
        return new Letter(
                say("{0}: {1} given back", descriptor, back.price().grouped()),
                say(
                        """
                We have given {0} back to you. Your bank may take some days to show it.

                Amount          {0}, all of it
                For             {1} for {2}
                Goes back to    {3}
                Given back on   {4}
                Payment number  {5}
                Bank statement  {6}

                The receipt, to look at or to print:
                {7}
                """,
                        back.price().grouped(),
                        what(back.kind()),
                        creator,
                        card,
                        when(back.at()),
                        back.payment(),
                        descriptor,
                        link));
    }

    /** @param creator as {@link Quoted#name} gives it */
    Letter workTakenDown(WorkTakenDown gone, String creator, String link) {
        return new Letter(
                say("{0}: something that you bought was taken down", descriptor),
                say("""
                A single work of {0} that you had bought is not shown any more, and cannot be watched by anybody.

                Taken down on   {1}
                Payment number  {2}

                The payment’s page says whether you can ask for your money back, and until when:
                {3}
                """, creator, when(gone.at()), gone.payment(), link));
    }

    /** To finance staff, in ids alone. */
    Letter takenBack(ProviderMessageUnexpected said, UUID payment, TakenBack how, String link) {
        return new Letter(
                say(how == TakenBack.DISPUTED ? "{0}: a payment is disputed" : "{0}: money was paid back", descriptor),
                say(
                        """
                {0}

                Amount          {1}
                Payment number  {2}
                Said on         {3}

                The payment’s page says what to do about it:
                {4}
                """,
                        say(how.words()),
                        said.amount() == null ? say("not said") : said.amount().grouped(),
                        payment,
                        when(said.at()),
                        link));
    }

    /** What was bought, as letters call it. */
    private static String what(String kind) {
        return switch (PaymentKind.of(kind)) {
            case TIP -> say("Tip");
            case PASS -> say("Supporter pass");
            case PPV -> say("Single work");
        };
    }
}
