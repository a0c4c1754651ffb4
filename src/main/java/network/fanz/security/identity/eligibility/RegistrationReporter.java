package network.fanz.security.identity.eligibility;

import java.util.List;
import network.fanz.platform.health.PartReport;
import network.fanz.platform.health.PartReporter;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Says in an operator's words whether anybody can register. */
public final class RegistrationReporter implements PartReporter {
    private static final String PART = "Registration";

    private final EligibilityChecks checks;

    public RegistrationReporter(EligibilityChecks checks) {
        this.checks = checks;
    }

    @Override
    public List<PartReport> reports() {
        try {
            return List.of(
                    checks.hasList()
                            ? PartReport.works(
                                    PART,
                                    "It is open: names are compared with the sanctions lists that are here. The profile local brings a sample of invented names along.")
                            : PartReport.attention(
                                    PART,
                                    "It is closed: there is no sanctions list to compare names with, so everybody is refused.",
                                    "An administrator imports one by POST /api/v1/eligibility/sanctions-lists; docs/operations.md says how."));
        } catch (DataAccessException | CannotCreateTransactionException away) {
            return List.of(PartReport.alarm(
                    PART, "It cannot be read whether there is a sanctions list.", "Look after the database first."));
        }
    }
}
