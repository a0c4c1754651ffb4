package network.fanz.finance.payments;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** Whoever is to be paid is no creator, or not one that may be paid. */
@ProblemType(value = "seller-not-eligible", status = 422, title = "This creator cannot be paid")
public final class SellerNotEligible extends Problem {
    private static final long serialVersionUID = 1L;

    public SellerNotEligible() {
        super("creator", "There is no such creator, or none that can be paid at the moment.");
    }
}
