package network.fanz.content.moderation.review;

import java.util.UUID;
import network.fanz.platform.vault.SubjectForgotten;
import network.fanz.platform.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What moderators write to each other of a work, under the work's own key. */
@Component
class SealedNotes {
    private static final String NOTE = "moderation.decision.note";

    private final Vault vault;

    SealedNotes(Vault vault) {
        this.vault = vault;
    }

    byte @Nullable [] seal(UUID work, String note) {
        return note.isEmpty() ? null : vault.seal(work, NOTE, note);
    }

    /** Empty if there is none or its key was destroyed. */
    String open(UUID work, byte @Nullable [] sealed) {
        try {
            return sealed == null ? "" : vault.open(work, NOTE, sealed);
        } catch (SubjectForgotten destroyed) {
            return "";
        }
    }
}
