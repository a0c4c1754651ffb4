package network.fanz.finance.letters;

import static network.fanz.common.Language.say;

import java.time.Instant;
import network.fanz.common.WebAddresses;
import network.fanz.finance.payments.PaymentKind;
import network.fanz.finance.payments.TipMessage;
import network.fanz.finance.payments.events.PaymentRefunded;
import network.fanz.finance.payments.events.PaymentSettled;
import org.jspecify.annotations.Nullable;

/**
 * What the letters to creators say.
 *
 * @param descriptor what the bank statement says
 */
record SellerLetters(String descriptor) {
    /**
     * @param fan as {@link Quoted#name} gives it, here as in the other letters
     * @param message what the fan has written with it; null for nothing that can be read
     */
    Letter sale(PaymentSettled paid, String fan, @Nullable TipMessage message, String link, String choices) {
        String first = switch (PaymentKind.of(paid.kind())) {
            case TIP -> say("{0} has left you a tip.", fan);
            case PASS -> say("{0} has bought your supporter pass.", fan);
            case PPV -> say("{0} has bought a single work of yours.", fan);
        };
        return new Letter(
                say("{0}: {1} for you", descriptor, paid.share().grouped()),
                say(
                        """
                {0}{1}

                Paid            {2}
                Platform's fee  {3}
                Your share      {4}
                Paid on         {5}
                Payment number  {6}

                Look at it:
                {7}

                {8}
                """,
                        first,
                        written(fan, message),
                        paid.price().grouped(),
                        paid.fee().grouped(),
                        paid.share().grouped(),
                        LetterWords.when(paid.at()),
                        paid.payment(),
                        link,
                        switchOff(choices)));
    }

    Letter saleGivenBack(PaymentRefunded back, String fan, String link) {
        return new Letter(
                say("{0}: {1} given back", descriptor, back.price().grouped()),
                say(
                        """
                {0}

                Given back      {1}
                From you        {2}, your share of it
                Given back on   {3}
                Payment number  {4}

                Look at it:
                {5}
                """,
                        switch (PaymentKind.of(back.kind())) {
                            case TIP -> say("The tip from {0} was given back in full.", fan);
                            case PASS -> say("The supporter pass from {0} was given back in full.", fan);
                            case PPV -> say("What {0} paid for a single work was given back in full.", fan);
                        },
                        back.price().grouped(),
                        back.share().grouped(),
                        LetterWords.when(back.at()),
                        back.payment(),
                        link));
    }

    Letter passEnded(String fan, Instant ended, String choices) {
        return new Letter(
                say("{0}: the time of something you sold is over", descriptor),
                say("""
                The supporter pass of {0} ended on {1}, and was not bought again. Nothing renews by itself.

                {2}
                """, fan, LetterWords.when(ended), switchOff(choices)));
    }

    private static String written(String fan, @Nullable TipMessage message) {
        if (message == null) {
            return "";
        }
        return "\n\n"
                + (WebAddresses.in(message.text())
                        ? say(
                                "{0} has written something. Programs for mail could make a link of it, so read it on the page below.",
                                fan)
                        : say("{0} writes:\n{1}", fan, Quoted.text(message.text())));
    }

    private static String switchOff(String choices) {
        return say("You can switch letters like this one off:\n{0}", choices);
    }
}
