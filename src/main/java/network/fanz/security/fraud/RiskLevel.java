package network.fanz.security.fraud;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How risky a score is: medium from 30, high from 60, critical from 80 points of 100. */
public enum RiskLevel {
    LOW(0),
    MEDIUM(30),
    HIGH(60),
    CRITICAL(80);

    private final int from;

    RiskLevel(int from) {
        this.from = from;
    }

    /** The lowest score of this level. */
    int from() {
        return from;
    }

    /** @param score 0 to 100 */
    public static RiskLevel of(int score) {
        RiskLevel level = LOW;
        for (RiskLevel each : values()) {
            if (score >= each.from) {
                level = each;
            }
        }
        return level;
    }

    /** High and above: a test for {@code high} alone would let critical pass. */
    boolean declines() {
        return compareTo(HIGH) >= 0;
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
