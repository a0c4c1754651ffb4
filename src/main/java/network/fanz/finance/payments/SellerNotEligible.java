package network.fanz.finance.payments;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The account to be paid is no creator, or a creator who cannot be paid at the moment. */
@ProblemType(value = "seller-not-eligible", status = 422, title = "This creator cannot be paid")
public final class SellerNotEligible extends Problem {
    private static final long serialVersionUID = 1L;

    public SellerNotEligible() {
        super("creator", "There is no such creator, or none that can be paid at the moment.");
    }
}
