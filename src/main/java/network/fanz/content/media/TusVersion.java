package network.fanz.content.media;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The caller speaks no version of tus that is spoken here. */
@ProblemType(value = "tus-version", status = 412, title = "Another version of tus")
final class TusVersion extends Problem {
    private static final long serialVersionUID = 1L;

    TusVersion() {
        super("This speaks tus 1.0.0: send the header Tus-Resumable with 1.0.0.");
    }
}
