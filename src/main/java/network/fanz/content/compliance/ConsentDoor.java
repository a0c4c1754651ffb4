package network.fanz.content.compliance;

import java.util.UUID;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;

/** By what a performer shows that a question, or what they have signed, is theirs. */
public sealed interface ConsentDoor {
    /** The account that comes; null if nobody is signed in. */
    @Nullable AccountId account();

    /** Whoever has a letter's link reads the mailbox to which it went. */
    record ByLink(String token, @Nullable AccountId account) implements ConsentDoor {
        /** It opens by itself: never in a log. */
        @Override
        public String toString() {
            return "ByLink";
        }
    }

    /** An account that has confirmed the address that was asked, or has signed. */
    record ByAccount(AccountId account, UUID id) implements ConsentDoor {}
}
