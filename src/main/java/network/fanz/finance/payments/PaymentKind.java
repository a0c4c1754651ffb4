package network.fanz.finance.payments;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import network.fanz.common.InvalidField;

/** What a payment is for. In JSON it is written small: {@code tip}. */
public enum PaymentKind {
    TIP,
    PASS,
    /** One work of a creator, bought by itself (pay per view). */
    PPV;

    /** @throws InvalidField if there is no such kind */
    @JsonCreator
    public static PaymentKind of(String word) {
        for (PaymentKind kind : values()) {
            if (kind.code().equals(word)) {
                return kind;
            }
        }
        throw new InvalidField("kind", "A kind is tip, pass or ppv.");
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
