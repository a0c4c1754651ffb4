package network.fanz.content.compliance.spi;

import java.time.LocalDate;
import network.fanz.content.compliance.DocumentType;

/**
 * Who somebody is, by a document that a vendor has looked at.
 *
 * @param adult whether the vendor says that they are 18 or older
 * @param issuingCountry ISO 3166-1 alpha-2
 * @param expires the last day on which the document is good
 */
public record ProvenIdentity(
        String legalName, LocalDate born, boolean adult, DocumentType type, String issuingCountry, LocalDate expires) {
    /** Personal data: never in a log. */
    @Override
    public String toString() {
        return "ProvenIdentity";
    }
}
