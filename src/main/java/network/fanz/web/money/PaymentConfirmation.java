package network.fanz.web.money;

import java.util.Map;
import network.fanz.common.Money;
import network.fanz.finance.payments.PaymentMethod;
import network.fanz.security.identity.Account;

/**
 * What a buyer says yes to before a saved card is charged.
 *
 * @param what what is paid for, such as {@code Tip}
 * @param about what else there is to know of it
 * @param action where the yes is sent
 * @param fields what was chosen, to be sent with it
 */
public record PaymentConfirmation(
        Account creator,
        String what,
        String about,
        Money price,
        PaymentMethod card,
        String action,
        Map<String, String> fields) {
    /** The field that says yes. */
    public static final String FIELD = "confirmed";

    public PaymentConfirmation {
        fields = Map.copyOf(fields);
    }
}
