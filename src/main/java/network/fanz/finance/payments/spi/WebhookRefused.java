package network.fanz.finance.payments.spi;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** A message claims to come from a vendor and does not prove it. */
@ProblemType(value = "webhook-refused", status = 401, title = "The message’s signature is not valid")
public final class WebhookRefused extends Problem {
    private static final long serialVersionUID = 1L;

    public WebhookRefused(String why) {
        super(why);
    }
}
