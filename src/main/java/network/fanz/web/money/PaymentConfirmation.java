package network.fanz.web.money;

import java.util.Map;
import java.util.UUID;
import network.fanz.common.Money;
import network.fanz.finance.payments.PaymentMethod;
import network.fanz.security.identity.Account;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer says yes to before a saved card is charged.
 *
 * @param what what is paid for, such as {@code Tip}
 * @param about what else there is to know of it
 * @param message what the buyer writes with it; null for nothing
 * @param action where the yes is sent
 * @param back where a buyer goes who does not say yes
 * @param key under which the choice is kept
 * @param fields what was chosen, to be sent with it
 */
public record PaymentConfirmation(
        Account creator,
        String what,
        String about,
        Money price,
        @Nullable String message,
        PaymentMethod card,
        String action,
        String back,
        UUID key,
        Map<String, String> fields) {
    /** The field that says yes. */
    public static final String FIELD = "confirmed";

    public PaymentConfirmation {
        fields = Map.copyOf(fields);
    }
}
