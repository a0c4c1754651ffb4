package network.fanz.testing;

import java.util.UUID;
import network.fanz.tools.walkthrough.MadeFiles;
import network.fanz.tools.walkthrough.SentFile;
import network.fanz.tools.walkthrough.SignedInUser;

/** Whole files in a running program, sent as programs send them. */
public final class TestUploads {
    private TestUploads() {}

    /** Sends a file at once, and gives the upload's id. */
    public static UUID whole(RunningFanz program, SignedInUser creator, byte[] file) {
        return new SentFile(program.address(), creator).begin(file, file.length);
    }

    /** Sends the first bytes of a longer file. */
    public static UUID begun(RunningFanz program, SignedInUser creator, byte[] start) {
        return new SentFile(program.address(), creator).begin(start, start.length + 1L);
    }

    /** Sends more of a file whose first bytes are there. */
    public static void goOn(RunningFanz program, SignedInUser creator, UUID upload, long offset, byte[] rest) {
        new SentFile(program.address(), creator).goOn(upload, offset, rest);
    }

    /** A small picture, each one another. */
    public static byte[] picture() {
        return MadeFiles.picture();
    }
}
