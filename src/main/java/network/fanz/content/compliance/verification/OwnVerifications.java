package network.fanz.content.compliance.verification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import network.fanz.common.OwnRecords;
import network.fanz.common.OwnSection;
import network.fanz.content.compliance.Verification.ShownDocument;
import network.fanz.content.compliance.VerifiedPerson;
import network.fanz.content.compliance.verification.VerificationStore.VerificationRow;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How somebody showed who they are. Who of the staff had to do with it is not theirs to know. */
@Component
@Order(12)
class OwnVerifications implements OwnRecords {
    private final VerificationListStore lists;
    private final VerificationStore store;
    private final SealedIdentities identities;

    OwnVerifications(VerificationListStore lists, VerificationStore store, SealedIdentities identities) {
        this.lists = lists;
        this.store = store;
        this.identities = identities;
    }

    @Override
    public List<OwnSection<?>> sections() {
        return List.of(
                OwnSection.<VerificationRow>ofFew(
                                "identity_checks",
                                "How you showed who you are before you could upload, and what became of it. It is kept when your account is erased, because the law asks for it.",
                                Set.of("compliance.verification", "compliance.verification_move"),
                                owner -> lists.ofCreator(owner).stream()
                                        .flatMap(check -> store.find(check.id()).stream())
                                        .toList())
                        .with("provider", row -> row.check().provider())
                        .with("begun_at", row -> row.check().begunAt())
                        .with("state", row -> row.check().state())
                        .with("state_since", row -> row.check().stateSince())
                        .with("reason", row -> row.check().reason())
                        .with(
                                "legal_name",
                                row -> identities
                                        .open(row)
                                        .map(VerifiedPerson::legalName)
                                        .orElse(null))
                        .with(
                                "date_of_birth",
                                row -> identities
                                        .open(row)
                                        .map(VerifiedPerson::born)
                                        .orElse(null))
                        .with(
                                "document",
                                row -> document(row).map(ShownDocument::type).orElse(null))
                        .with(
                                "issuing_country",
                                row -> document(row)
                                        .map(ShownDocument::issuingCountry)
                                        .orElse(null))
                        .with(
                                "document_expires",
                                row -> document(row).map(ShownDocument::expires).orElse(null))
                        .with(
                                "states",
                                row -> lists.moves(row.check().id()).stream()
                                        .map(move -> new OwnMove(move.to().name(), move.at()))
                                        .toList()),
                OwnSection.<Instant>ofFew(
                                "further_identity_checks",
                                "When you were let begin another check after a no.",
                                Set.of("compliance.another_try"),
                                lists::allowed)
                        .with("at", at -> at));
    }

    record OwnMove(String state, Instant at) {}

    private static Optional<ShownDocument> document(VerificationRow row) {
        return Optional.ofNullable(row.check().document());
    }
}
