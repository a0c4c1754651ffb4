package network.fanz.content.catalogue;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** Works are for adults, and nothing shows yet that the viewer is one. */
@ProblemType(value = "age-not-assured", status = 403, title = "Your age is not known")
public final class AgeNotAssured extends Problem {
    private static final long serialVersionUID = 1L;

    public AgeNotAssured() {
        super("Works are for adults. Show your age first.");
    }
}
