package network.fanz.finance.payments;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The address is blocked for a while. */
@ProblemType(value = "address-refused", status = 403, title = "Payments are refused from here")
public final class AddressRefused extends Problem {
    private static final long serialVersionUID = 1L;

    AddressRefused() {
        super("Payments from this address are refused for a while.");
    }
}
