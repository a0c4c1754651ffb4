package network.fanz.web.problems;

import static network.fanz.common.Language.say;

import com.fasterxml.jackson.annotation.JsonInclude;
import network.fanz.common.Problem;
import network.fanz.security.identity.TermsChanged;
import network.fanz.security.identity.TermsNotAccepted;
import org.jspecify.annotations.Nullable;

/**
 * A problem as RFC 9457 writes it.
 *
 * @param type an address that names the cause for ever, relative to the host; it opens a page that explains it
 * @param field the input's field that is to blame, if one is
 * @param terms the version of the terms of use that is to be accepted, if that is what is missing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String field,
        @Nullable Integer terms) {
    static ProblemBody of(Problem problem) {
        return new ProblemBody(
                "/problems/" + problem.type().value(),
                say(problem.type().title()),
                problem.type().status(),
                problem.sentence().said(),
                problem.field(),
                terms(problem));
    }

    private static @Nullable Integer terms(Problem problem) {
        return switch (problem) {
            case TermsNotAccepted owed -> owed.number();
            case TermsChanged newer -> newer.number();
            default -> null;
        };
    }
}
