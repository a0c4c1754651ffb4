package network.fanz.content.compliance;

import java.time.LocalDate;

/** Who somebody is by their document. Whoever of the staff gets one has an entry in the audit log for it. */
public record VerifiedPerson(String legalName, LocalDate born) {
    /** Personal data: never in a log. */
    @Override
    public String toString() {
        return "VerifiedPerson";
    }
}
