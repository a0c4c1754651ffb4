package network.fanz.content.compliance;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** Nobody can show their age here. */
@ProblemType(value = "no-age-provider", status = 503, title = "Nobody can show their age here yet")
public final class NoAgeProvider extends Problem {
    private static final long serialVersionUID = 1L;

    public NoAgeProvider() {
        super("This site has no provider that checks ages, so nothing for adults is shown.");
    }
}
