package network.fanz.content.compliance.sandbox;

import java.util.Locale;
import network.fanz.content.compliance.AgeMethod;
import network.fanz.content.compliance.spi.IdentityProgress;
import org.jspecify.annotations.Nullable;

/** What whoever tries the sandbox lets its vendor find about an age. */
enum AgeOutcome {
    BY_DOCUMENT_AND_FACE(
            "Says yes, by a document and a face", IdentityProgress.APPROVED, null, AgeMethod.DOCUMENT_AND_FACE),
    BY_FACE("Says yes, by an estimate from the face", IdentityProgress.APPROVED, null, AgeMethod.FACE_ESTIMATE),
    YES_FOR_SECONDS("Says yes, for twenty seconds alone", IdentityProgress.APPROVED, null, AgeMethod.DOCUMENT_AND_FACE),
    YES_WITHOUT_MESSAGE(
            "Says yes, and its message is lost", IdentityProgress.APPROVED, null, AgeMethod.DOCUMENT_AND_FACE),
    DOUBT_THEN_YES(
            "Is in doubt, then says yes",
            IdentityProgress.DOUBT,
            IdentityProgress.APPROVED,
            AgeMethod.DOCUMENT_AND_FACE),
    TOO_YOUNG("Finds somebody under 18", IdentityProgress.REFUSED, null, null),
    TAKEN_BACK(
            "Says yes, and takes it back a little later",
            IdentityProgress.APPROVED,
            IdentityProgress.REFUSED,
            AgeMethod.DOCUMENT_AND_FACE),
    NEVER_ANSWERS("Never answers", IdentityProgress.PENDING, null, null);

    private final String description;
    private final IdentityProgress first;
    private final @Nullable IdentityProgress last;
    private final @Nullable AgeMethod method;

    AgeOutcome(
            String description, IdentityProgress first, @Nullable IdentityProgress last, @Nullable AgeMethod method) {
        this.description = description;
        this.first = first;
        this.last = last;
        this.method = method;
    }

    /** As the page's form sends it. */
    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    String description() {
        return description;
    }

    IdentityProgress first() {
        return first;
    }

    /** What it comes to after a while; null if it stays. */
    @Nullable IdentityProgress last() {
        return last;
    }

    @Nullable AgeMethod method() {
        return method;
    }

    boolean sendsMessages() {
        return this != YES_WITHOUT_MESSAGE && this != NEVER_ANSWERS;
    }
}
