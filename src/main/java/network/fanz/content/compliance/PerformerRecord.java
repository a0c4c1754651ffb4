package network.fanz.content.compliance;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import network.fanz.common.AccountId;
import network.fanz.common.NotFound;

/**
 * All that is kept of a person in works, with everything that it once said.
 *
 * @param creator the account that keeps it, as the works' producer
 * @param oneself whether the creator is the person
 * @param versions of the person, the first one first; one at least
 * @param documents all versions of all documents, in the order in which they came
 */
public record PerformerRecord(
        UUID id,
        AccountId creator,
        boolean oneself,
        Instant recordedAt,
        List<PerformerVersion> versions,
        List<DocumentVersion> documents) {
    public PerformerRecord {
        versions = List.copyOf(versions);
        documents = List.copyOf(documents);
    }

    /** What it says of the person now. */
    public PerformerVersion person() {
        return versions.getLast();
    }

    /** What it says of each document now. */
    public List<DocumentVersion> currentDocuments() {
        return documents.stream()
                .filter(one -> one.number() == documentVersions(one.document()).size())
                .toList();
    }

    /** @throws NotFound if it has no such document */
    public DocumentVersion currentDocument(UUID document) {
        return documentVersions(document).stream()
                .max(Comparator.comparingInt(DocumentVersion::number))
                .orElseThrow(() -> new NotFound("document"));
    }

    public List<DocumentVersion> documentVersions(UUID document) {
        return documents.stream().filter(one -> one.document().equals(document)).toList();
    }

    /** Until when it is kept: each amendment and each document begins the time anew. */
    public Instant keptUntil() {
        return Stream.concat(
                        versions.stream().map(PerformerVersion::at),
                        documents.stream().map(DocumentVersion::at))
                .max(Comparator.naturalOrder())
                .map(RecordRetention::keptUntil)
                .orElseThrow();
    }
}
