package network.fanz.security.identity;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** A mailed link or an invitation has been used, has expired, or never existed. */
@ProblemType(value = "link-not-good", status = 410, title = "This link no longer works")
public final class LinkNotGood extends Problem {
    private static final long serialVersionUID = 1L;

    public LinkNotGood() {
        super("This link was used before, is too old, or is incomplete. Ask for a new one.");
    }

    /** @param change what has become of the change of address that the link belongs to */
    public LinkNotGood(AddressChangeState change) {
        super(change.words());
    }

    /** @param invitation what has become of the invitation that the link belongs to */
    public LinkNotGood(InvitationState invitation) {
        super(invitation.words());
    }
}
