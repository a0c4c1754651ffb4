package network.fanz.content.media;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;
import network.fanz.common.Sentence;

/** One file is larger than any may be. */
@ProblemType(value = "upload-too-large", status = 413, title = "The file is too large")
final class FileTooLarge extends Problem {
    private static final long serialVersionUID = 1L;

    /** @param most bytes of a file */
    FileTooLarge(long most) {
        super(Sentence.of("A file has at most {0} bytes.", most));
    }
}
