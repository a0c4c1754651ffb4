package network.fanz.finance.letters;

import java.time.Instant;
import java.util.Locale;
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
        String first =
                paid.kind().equals("tip") ? fan + " has left you a tip." : fan + " has bought your supporter pass.";
        return new Letter(descriptor + ": " + paid.share().grouped() + " for you", """
                %s%s

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
                        written(fan, message),
                        paid.price().grouped(),
                        paid.fee().grouped(),
                        paid.share().grouped(),
                        LetterWords.WHEN.format(paid.at()),
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
                        LetterWords.what(back.kind()).toLowerCase(Locale.ROOT),
                        fan,
                        back.price().grouped(),
                        back.share().grouped(),
                        LetterWords.WHEN.format(back.at()),
                        back.payment(),
                        link));
    }

    Letter passEnded(String fan, Instant ended, String choices) {
        return new Letter(descriptor + ": the time of something you sold is over", """
                The supporter pass of %s ended on %s, and was not bought again. Nothing renews by itself.

                %s
                """.formatted(
                        fan, LetterWords.WHEN.format(ended), switchOff(choices)));
    }

    private static String written(String fan, @Nullable TipMessage message) {
        return message == null ? "" : "\n\n" + fan + " writes:\n" + Quoted.text(message.text());
    }

    private static String switchOff(String choices) {
        return "You can switch letters like this one off:\n" + choices;
    }
}
