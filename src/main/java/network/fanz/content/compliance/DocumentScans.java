package network.fanz.content.compliance;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Ids;
import network.fanz.common.NotFound;
import network.fanz.common.Steady;
import network.fanz.content.compliance.events.RecordAmended;
import network.fanz.content.compliance.performers.SealedPerformers;
import network.fanz.content.compliance.performers.SealedScans;
import network.fanz.content.media.Upload;
import network.fanz.platform.events.Events;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Pictures of documents: a creator adds one to a document in a record that they keep, and sees that it is there; a custodian looks at it, and
 * each look is in the audit log first.
 */
@Component
public class DocumentScans {
    /** Bytes of a picture. */
    public static final long BYTES_MAX = 20L * 1024 * 1024;

    private final SealedPerformers kept;
    private final SealedScans scans;
    private final ScanSources sources;
    private final Events events;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    DocumentScans(
            SealedPerformers kept,
            SealedScans scans,
            ScanSources sources,
            Events events,
            Audit audit,
            TransactionOperations transaction,
            @Steady Clock clock) {
        this.kept = kept;
        this.scans = scans;
        this.sources = sources;
        this.events = events;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Adds the picture of a document, which then belongs to the record; the file it comes from can be used for nothing else. One that is there
     * already stays in the record's history. Sent again with its key it changes nothing. Emits {@code performer_record_amended}.
     *
     * @throws NotFound if the creator keeps no such record, it has no such document, or there is no such upload of theirs
     * @throws network.fanz.common.InvalidField if the file is no picture, too large, or has not come whole
     * @throws network.fanz.content.media.UploadInUse if it belongs to something else
     */
    public void add(AccountId creator, UUID performer, UUID document, UUID upload, String key) {
        UUID id = Ids.derived("compliance.scan", document + ":" + key);
        if (own(creator, performer).documentVersions(document).stream()
                .anyMatch(one -> id.toString().equals(one.scan()))) {
            return;
        }
        own(creator, performer).currentDocument(document);
        Upload file = sources.picture(upload, creator);
        SealedScans.Copied copied = scans.copy(performer, upload);
        transaction.executeWithoutResult(status -> {
            kept.lock(performer);
            DocumentVersion last = own(creator, performer).currentDocument(document);
            if (!id.toString().equals(last.scan())) {
                add(creator, performer, last, id, file, copied);
            }
        });
    }

    private void add(
            AccountId creator, UUID performer, DocumentVersion last, UUID id, Upload file, SealedScans.Copied copied) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (last.number() >= PerformerRecords.VERSIONS_MAX) {
            throw new RecordFull();
        }
        String mediaType = sources.take(file, creator);
        scans.keep(id, performer, last.document(), copied, mediaType, now);
        kept.insert(
                performer,
                new DocumentVersion(
                        last.document(),
                        last.number() + 1,
                        id,
                        last.content(),
                        id.toString(),
                        last.receivedAt(),
                        new Amendment("Its scan was added.", "SHA-256 " + copied.sha256()),
                        creator,
                        now));
        events.append(new RecordAmended(performer, last.document(), last.number() + 1, creator, now));
        audit.record(AuditAction.of("compliance.add_scan", creator, "performer:" + performer)
                .with("document", last.document().toString())
                .with("sha256", copied.sha256()));
    }

    /**
     * A custodian's look at a picture: it is in the audit log before anything is read.
     *
     * @throws NotFound if the record has no such scan
     */
    public DocumentScan look(AccountId custodian, UUID performer, UUID scan) {
        transaction.executeWithoutResult(
                status -> audit.record(AuditAction.of("compliance.look_at_scan", custodian, "performer:" + performer)
                        .with("scan", scan.toString())));
        return scans.open(performer, scan);
    }

    private PerformerRecord own(AccountId creator, UUID performer) {
        if (!kept.isOf(creator, performer)) {
            throw new NotFound("record");
        }
        return kept.find(performer);
    }
}
