package network.fanz.content.catalogue;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The work is sold by itself, and the viewer has not bought it. */
@ProblemType(value = "purchase-needed", status = 403, title = "This work is sold")
public final class PurchaseNeeded extends Problem {
    private static final long serialVersionUID = 1L;

    /** @param orPass whether a pass opens it as well */
    public PurchaseNeeded(boolean orPass) {
        super(
                orPass
                        ? "Buying this work opens it, and so does a supporter pass of its creator."
                        : "Buying this work opens it.");
    }
}
