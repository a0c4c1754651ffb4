package network.fanz.content.compliance.performers;

import static network.fanz.common.InvalidField.required;

import java.time.LocalDate;
import network.fanz.content.compliance.DocumentType;
import network.fanz.content.compliance.IdentityDocument;
import network.fanz.content.compliance.RecordText;
import org.jspecify.annotations.Nullable;

/** What a caller sends of a document. */
record DocumentBody(
        @Nullable DocumentType type,
        @Nullable String country,
        @Nullable String issuer,
        @Nullable String number,
        @Nullable LocalDate expiresOn,
        @Nullable Boolean recentPicture,
        @Nullable LocalDate examinedOn,
        @Nullable String examinedBy,
        @Nullable String examinerAddress) {
    record DocumentAmendment(
            @Nullable Integer from,
            @Nullable DocumentBody document,
            @Nullable String why,
            @Nullable String evidence) {
        @Override
        public String toString() {
            return "DocumentAmendment";
        }
    }

    IdentityDocument content() {
        return new IdentityDocument(
                required("type", type),
                IdentityDocument.country("country", required("country", country)),
                RecordText.name("issuer", required("issuer", issuer)),
                RecordText.number("number", required("number", number)),
                expiresOn,
                required("recentPicture", recentPicture),
                required("examinedOn", examinedOn),
                RecordText.name("examinedBy", required("examinedBy", examinedBy)),
                RecordText.words("examinerAddress", required("examinerAddress", examinerAddress)));
    }

    @Override
    public String toString() {
        return "DocumentBody";
    }
}
