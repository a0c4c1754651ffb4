package network.fanz.web.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import network.fanz.common.ProblemType;
import network.fanz.testing.GeneratedDocs;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The problems that the program knows, and their list in the documents. */
class ProblemsTest {
    @Test
    void everyNameIsUsedOnce() {
        assertThat(ProblemTypes.all()).extracting(ProblemType::value).doesNotHaveDuplicates();
    }

    @Tag("generated")
    @Test
    void theDocumentListsEveryProblem() {
        GeneratedDocs.check(Path.of("docs", "problems.md"), list());
    }

    private static String list() {
        return ProblemTypes.all().stream()
                .map(type -> "| `/problems/" + type.value() + "` | " + type.status() + " | " + type.title() + " |\n")
                .collect(Collectors.joining("", """
                        # Problems

                        What the program answers with when it refuses, as `application/problem+json` (RFC 9457). The type stays the same
                        for ever and opens a page that explains it; `detail` says in words what was wrong with the one request, and `field`
                        names the input that is wrong. Generated from the code.

                        | type | status | title |
                        |---|--:|---|
                        """, ""));
    }
}
