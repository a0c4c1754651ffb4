package network.fanz.common;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.util.UUID;

/** Who: the id of a person's or an operator's account. It carries no personal data and stays the same for ever. */
public record AccountId(@JsonValue UUID value) implements Comparable<AccountId>, Serializable {
    @JsonCreator
    public static AccountId of(String text) {
        return new AccountId(CanonicalText.uuid(text));
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
