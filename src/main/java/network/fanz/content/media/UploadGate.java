package network.fanz.content.media;

import java.util.Optional;
import network.fanz.common.AccountId;
import network.fanz.common.Sentence;

/** Something that a creator must have before they upload. Whoever looks after it implements it; all kinds are asked. */
public interface UploadGate {
    /** What there is to be asked. A kind that nobody implements refuses. */
    enum Kind {
        /** Who the creator is, is known. */
        IDENTITY,
        /** The creator has signed the agreement in force. */
        AGREEMENT
    }

    Kind kind();

    /** Why the creator may not upload now, with what they can do about it; empty if they may. */
    Optional<Sentence> whyNot(AccountId creator);
}
