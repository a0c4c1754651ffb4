package network.fanz.content.compliance;

import java.time.Instant;

/** That somebody was asked for their consent by a letter, and until when its link is good. */
public record AskedConsent(Instant at, Instant until, AskedState state) {
    /** What has become of the letter's link. */
    public enum AskedState {
        OPEN,
        SIGNED,
        LAPSED,
        WITHDRAWN
    }
}
