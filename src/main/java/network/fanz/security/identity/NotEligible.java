package network.fanz.security.identity;

import java.util.List;
import network.fanz.common.Problem;
import network.fanz.common.ProblemType;
import network.fanz.security.identity.eligibility.EligibilityChecks;
import org.jspecify.annotations.Nullable;

/** The person may not have an account here. */
@ProblemType(value = "not-eligible", status = 403, title = "No account can be opened")
public final class NotEligible extends Problem {
    private static final long serialVersionUID = 1L;

    public NotEligible(List<String> reasons) {
        super(field(reasons), words(reasons));
    }

    private static @Nullable String field(List<String> reasons) {
        if (reasons.contains(EligibilityChecks.UNDER_AGE)) {
            return "dateOfBirth";
        }
        return reasons.contains(EligibilityChecks.COUNTRY_NOT_SERVED) ? "country" : null;
    }

    /** Age and country come from the person and are no secret; the sanctions screen's result is never told. */
    private static String words(List<String> reasons) {
        if (reasons.contains(EligibilityChecks.UNDER_AGE)) {
            return "You are not old enough for an account in your country.";
        }
        if (reasons.contains(EligibilityChecks.COUNTRY_NOT_SERVED)) {
            return "This service is not offered in your country.";
        }
        if (reasons.contains(EligibilityChecks.NO_SANCTIONS_LIST)) {
            return "Registration is closed until the operator has imported a sanctions list.";
        }
        return "We cannot open an account for you. Write to the operator if you think that this is wrong.";
    }
}
