package network.fanz.testing;

import java.util.List;
import java.util.Map;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.RecordsDesk;
import network.fanz.tools.walkthrough.SignedInUser;

/** Records of people in works, and works with people in them, made as creators make them. */
public final class TestRecords {
    private TestRecords() {}

    /** A complete record of a person, with the scan of a document; of the creator if the name is that of their own document. */
    public static String complete(
            RunningFanz program, SignedInUser creator, boolean oneself, String given, String family) {
        return new RecordsDesk(program.address(), creator).complete(oneself, given, family, TestUploads.picture());
    }

    public static String begun(
            RunningFanz program, SignedInUser creator, boolean oneself, String given, String family, String born) {
        return new RecordsDesk(program.address(), creator).begin(oneself, given, family, born);
    }

    /** @param otherwise what the document says otherwise than most */
    public static String documented(RunningFanz program, SignedInUser creator, String id, Map<String, ?> otherwise) {
        return new RecordsDesk(program.address(), creator).document(id, otherwise);
    }

    public static HttpAnswer scanned(RunningFanz program, SignedInUser creator, String id, String document) {
        return new RecordsDesk(program.address(), creator).scan(id, document, TestUploads.picture());
    }

    public static String work(RunningFanz program, SignedInUser creator, String title) {
        return TestWorks.of(program, creator, TestUploads.picture(), title);
    }

    /** Says who is in a work; with further fields, or others. */
    public static HttpAnswer said(
            RunningFanz program, SignedInUser creator, String work, List<String> people, Map<String, ?> otherwise) {
        return new RecordsDesk(program.address(), creator).say(work, people, otherwise);
    }
}
