package network.fanz.platform.objects;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** A row names an object that does not lie in the store: it was lost, or a backup was put back without it. */
@ProblemType(value = "object-missing", status = 503, title = "A file is missing")
public final class ObjectMissing extends Problem {
    private static final long serialVersionUID = 1L;

    ObjectMissing(Throwable cause) {
        super("This file is missing from the store. Our people have been told.");
        initCause(cause);
    }
}
