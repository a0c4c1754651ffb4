package network.fanz.security.identity.access;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** A browser sent a change that does not come from a page of ours, or comes from a page that is too old. */
@ProblemType(value = "forged-request", status = 403, title = "This did not come from our page")
public final class ForgedRequest extends Problem {
    private static final long serialVersionUID = 1L;

    ForgedRequest() {
        super("Open the page again and repeat this: the form's protection token is missing or out of date.");
    }
}
