package network.fanz.web.problems;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** A form of ours was sent whose page outlived its protection token. */
@ProblemType(value = "form-too-old", status = 403, title = "This page is too old")
final class FormTooOld extends Problem {
    private static final long serialVersionUID = 1L;

    FormTooOld() {
        super("It was opened before the last sign-in, or too long ago. Nothing was sent.");
    }
}
