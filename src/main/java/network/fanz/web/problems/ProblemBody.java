package network.fanz.web.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import network.fanz.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A problem as RFC 9457 writes it.
 *
 * @param type an address that names the cause for ever, relative to the host; it opens a page that explains it
 * @param field the input's field that is to blame, if one is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String field) {
    static ProblemBody of(Problem problem) {
        return new ProblemBody(
                "/problems/" + problem.type().value(),
                problem.type().title(),
                problem.type().status(),
                problem.detail(),
                problem.field());
    }
}
