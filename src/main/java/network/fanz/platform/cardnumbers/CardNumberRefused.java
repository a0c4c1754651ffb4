package network.fanz.platform.cardnumbers;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** Something that looks like a card number was sent to us. */
@ProblemType(value = "card-number-refused", status = 422, title = "Card numbers are not taken here")
public final class CardNumberRefused extends Problem {
    private static final long serialVersionUID = 1L;

    CardNumberRefused() {
        super(
                "A card number does not belong here: it is entered on the payment provider's page alone. Nothing was stored.");
    }
}
