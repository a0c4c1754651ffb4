package network.fanz.content.compliance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A check of a creator's identity, without what is known of the person.
 *
 * @param reference the provider's id for it; null before the provider has answered
 * @param page the provider's page; null where there is none to go to
 * @param reason the code of why it ended, where it was refused, has lapsed or was withdrawn; else null
 * @param checkedAt when the provider's yes was heard; null without one
 */
public record Verification(
        UUID id,
        AccountId creator,
        String provider,
        @Nullable String reference,
        @Nullable String page,
        VerificationState state,
        @Nullable String reason,
        Instant begunAt,
        Instant stateSince,
        @Nullable Instant checkedAt,
        @Nullable ShownDocument document) {
    /**
     * What was shown.
     *
     * @param issuingCountry ISO 3166-1 alpha-2
     * @param expires the last day on which it is good
     */
    public record ShownDocument(DocumentType type, String issuingCountry, LocalDate expires) {}
}
