package network.fanz.web.dash;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** As many files are being read from the database as may be at once. */
@ProblemType(value = "exports-under-way", status = 429, title = "Other files are being fetched")
public final class ExportsUnderWay extends Problem {
    private static final long serialVersionUID = 1L;

    ExportsUnderWay() {
        super("Fetch this file again when one of them is there.");
    }

    @Override
    public Long retryAfterSeconds() {
        return 10L;
    }
}
