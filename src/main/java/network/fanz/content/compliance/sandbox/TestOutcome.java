package network.fanz.content.compliance.sandbox;

import java.util.Locale;
import network.fanz.content.compliance.VerificationRefusal;
import network.fanz.content.compliance.spi.IdentityProgress;
import org.jspecify.annotations.Nullable;

/** What whoever tries the sandbox lets its vendor find. */
enum TestOutcome {
    APPROVE("Says yes", IdentityProgress.APPROVED, null, null),
    APPROVE_WITHOUT_MESSAGE("Says yes, and its message is lost", IdentityProgress.APPROVED, null, null),
    DOUBT_THEN_APPROVE("Is in doubt, then says yes", IdentityProgress.DOUBT, IdentityProgress.APPROVED, null),
    DOUBT_THEN_REFUSE(
            "Is in doubt, then says no: the document does not seem to be real",
            IdentityProgress.DOUBT,
            IdentityProgress.REFUSED,
            VerificationRefusal.SUSPECTED_FORGERY),
    UNREADABLE("Cannot read the document", IdentityProgress.REFUSED, null, VerificationRefusal.DOCUMENT_UNREADABLE),
    DOCUMENT_EXPIRED(
            "Finds the document expired", IdentityProgress.REFUSED, null, VerificationRefusal.DOCUMENT_EXPIRED),
    UNDER_AGE("Finds somebody under 18", IdentityProgress.REFUSED, null, VerificationRefusal.UNDER_AGE),
    TAKEN_BACK(
            "Says yes, and takes it back a little later",
            IdentityProgress.APPROVED,
            IdentityProgress.REFUSED,
            VerificationRefusal.SUSPECTED_FORGERY),
    NEVER_ANSWERS("Never answers", IdentityProgress.PENDING, null, null);

    private final String description;
    private final IdentityProgress first;
    private final @Nullable IdentityProgress last;
    private final @Nullable VerificationRefusal refusal;

    TestOutcome(
            String description,
            IdentityProgress first,
            @Nullable IdentityProgress last,
            @Nullable VerificationRefusal refusal) {
        this.description = description;
        this.first = first;
        this.last = last;
        this.refusal = refusal;
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

    @Nullable VerificationRefusal refusal() {
        return refusal;
    }

    boolean sendsMessages() {
        return this != APPROVE_WITHOUT_MESSAGE && this != NEVER_ANSWERS;
    }
}
