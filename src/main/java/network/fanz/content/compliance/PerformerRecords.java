package network.fanz.content.compliance;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.common.Ids;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.common.Page;
import network.fanz.common.Steady;
import network.fanz.content.compliance.events.PerformerRecorded;
import network.fanz.content.compliance.events.RecordAmended;
import network.fanz.content.compliance.events.UnderAgeSaid;
import network.fanz.content.compliance.performers.SealedPerformers;
import network.fanz.platform.events.Events;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.audit.AuditEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Records of the people in works. A creator keeps those of their own works and sees them; of the staff custodians alone see any, and each
 * look and each search is in the audit log first.
 */
@Component
public class PerformerRecords {
    static final int PEOPLE_MAX = 1_000;
    static final int DOCUMENTS_MAX = 20;
    static final int VERSIONS_MAX = 100;

    private static final int PAGE = 50;
    private static final String BY_NAME = "performer:by-name";

    private final SealedPerformers kept;
    private final Events events;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    PerformerRecords(
            SealedPerformers kept, Events events, Audit audit, TransactionOperations transaction, @Steady Clock clock) {
        this.kept = kept;
        this.events = events;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Begins the record of a person in the creator's works. The same creator and key always give the same one. Emits
     * {@code performer_recorded}, or {@code performer_under_age}.
     *
     * @param oneself whether the creator is the person
     * @throws PerformerUnderAge if by the date of birth the person is not surely 18; that it was tried is audited
     * @throws OneselfRecorded if the creator has a record of themselves
     * @throws RecordKeyReused if the key has made a record that says something else
     */
    public UUID record(AccountId creator, boolean oneself, PerformerDetails details, String key) {
        Instant now = now();
        UUID id = Ids.derived("compliance.performer", creator + ":" + key);
        details.requirePossible(now);
        if (!RecordCheck.isAdult(details.dateOfBirth(), now)) {
            transaction.executeWithoutResult(status -> {
                events.append(new UnderAgeSaid(null, creator, now));
                audit.record(AuditAction.of("compliance.refuse_minor", creator, "account:" + creator));
            });
            throw new PerformerUnderAge();
        }
        transaction.executeWithoutResult(status -> {
            kept.lock(creator.value());
            if (kept.exists(id)) {
                requireSame(kept.find(id).versions().getFirst().details().equals(details));
                return;
            }
            if (oneself && kept.hasOneself(creator)) {
                throw new OneselfRecorded();
            }
            requireRoom(kept.count(creator), PEOPLE_MAX);
            kept.insert(id, creator, oneself, now);
            kept.insert(id, new PerformerVersion(1, id, details, null, creator, now));
            events.append(new PerformerRecorded(id, creator, oneself, now));
            audit.record(AuditAction.of("compliance.record_performer", creator, subject(id)));
        });
        return id;
    }

    /**
     * Says something else of the person from now on; what was said before stays in the record, and is still found by. Sent again with its key
     * it changes nothing. Emits {@code performer_record_amended}, and {@code performer_under_age} if it makes somebody too young.
     *
     * @param from the version that the amendment was made from
     * @throws NotFound if the creator keeps no such record
     * @throws RecordMovedOn if another version is the latest
     * @throws InvalidField if it changes nothing
     */
    public void amend(AccountId creator, UUID id, int from, PerformerDetails details, Amendment amendment, String key) {
        Instant now = now();
        details.requirePossible(now);
        UUID change = Ids.derived("compliance.amendment", id + ":" + key);
        transaction.executeWithoutResult(status -> {
            PerformerRecord record = locked(creator, id);
            List<PerformerVersion> same = record.versions().stream()
                    .filter(one -> one.change().equals(change))
                    .toList();
            if (!same.isEmpty()) {
                requireSame(same.getFirst().details().equals(details)
                        && amendment.equals(same.getFirst().amendment()));
                return;
            }
            requireLatest(from, record.person().number());
            requireChange(!record.person().details().equals(details));
            requireRoom(record.person().number(), VERSIONS_MAX);
            kept.insert(id, new PerformerVersion(from + 1, change, details, amendment, creator, now));
            if (!RecordCheck.isAdult(details.dateOfBirth(), now)) {
                events.append(new UnderAgeSaid(id, creator, now));
            }
            tell(id, null, from + 1, creator, now, "compliance.amend_performer");
        });
    }

    /**
     * Adds a document of the person. The same key always gives the same one. Emits {@code performer_record_amended}.
     *
     * @throws NotFound if the creator keeps no such record
     * @throws RecordKeyReused if the key has added a document that says something else
     */
    public UUID addDocument(AccountId creator, UUID id, IdentityDocument content, String key) {
        Instant now = now();
        content.requirePossible(now);
        UUID document = Ids.derived("compliance.document", id + ":" + key);
        transaction.executeWithoutResult(status -> {
            PerformerRecord record = locked(creator, id);
            List<DocumentVersion> there = record.documentVersions(document);
            if (!there.isEmpty()) {
                requireSame(there.getFirst().content().equals(content));
                return;
            }
            requireRoom(record.currentDocuments().size(), DOCUMENTS_MAX);
            kept.insert(id, new DocumentVersion(document, 1, document, content, null, now, null, creator, now));
            tell(id, document, 1, creator, now, "compliance.add_document");
        });
        return document;
    }

    /**
     * Says something else of a document from now on; what was said before stays in the record. When we received it stays as it is. Sent again
     * with its key it changes nothing. Emits {@code performer_record_amended}.
     *
     * @param from the document's version that the amendment was made from
     * @throws NotFound if the creator keeps no such record, or it has no such document
     * @throws RecordMovedOn if another version is the latest
     * @throws InvalidField if it changes nothing
     */
    public void amendDocument(
            AccountId creator,
            UUID id,
            UUID document,
            int from,
            IdentityDocument content,
            Amendment amendment,
            String key) {
        Instant now = now();
        content.requirePossible(now);
        UUID change = Ids.derived("compliance.amendment", id + ":" + document + ":" + key);
        transaction.executeWithoutResult(status -> {
            PerformerRecord record = locked(creator, id);
            DocumentVersion last = record.currentDocument(document);
            List<DocumentVersion> same = record.documentVersions(document).stream()
                    .filter(one -> one.change().equals(change))
                    .toList();
            if (!same.isEmpty()) {
                requireSame(same.getFirst().content().equals(content)
                        && amendment.equals(same.getFirst().amendment()));
                return;
            }
            requireLatest(from, last.number());
            requireChange(!last.content().equals(content));
            requireRoom(from, VERSIONS_MAX);
            kept.insert(
                    id,
                    new DocumentVersion(
                            document,
                            from + 1,
                            change,
                            content,
                            last.scan(),
                            last.receivedAt(),
                            amendment,
                            creator,
                            now));
            tell(id, document, from + 1, creator, now, "compliance.amend_document");
        });
    }

    /** The records that a creator keeps, the latest first, fifty a page. */
    public Page<PerformerRecord> of(AccountId creator, @Nullable UUID after) {
        return Page.cut(
                kept.of(creator, after, PAGE + 1), PAGE, record -> record.id().toString());
    }

    /** @throws NotFound if the creator keeps no such record */
    public PerformerRecord own(AccountId creator, UUID id) {
        if (!kept.isOf(creator, id)) {
            throw notFound();
        }
        return kept.find(id);
    }

    /**
     * A custodian's look at a record: it is in the audit log before anything is read.
     *
     * @throws NotFound if there is none
     */
    public PerformerRecord look(AccountId custodian, UUID id) {
        if (!kept.exists(id)) {
            throw notFound();
        }
        transaction.executeWithoutResult(
                status -> audit.record(AuditAction.of("compliance.look_at_performer", custodian, subject(id))));
        return kept.find(id);
    }

    /**
     * Everybody who has or had a name, legal or other, whole or family or given name alone, however it is written; fifty a page. The search is
     * in the audit log before anything of a record is read, without the name, and with the ids of all that it shows: one entry a page. It shows
     * names alone: what else a record says is a look at it.
     *
     * @param after the last record of the page before; null for the first
     */
    public Page<FoundPerformer> search(AccountId custodian, String name, @Nullable UUID after) {
        List<UUID> found = kept.named(RecordText.words("name", name), after, PAGE + 1);
        List<UUID> shown = found.subList(0, Math.min(found.size(), PAGE));
        transaction.executeWithoutResult(status ->
                audit.record(AuditAction.of("compliance.search_performers", custodian, BY_NAME)
                        .with("found", Integer.toString(shown.size()))
                        .with("shown", shown.stream().map(UUID::toString).collect(Collectors.joining(" ")))));
        return Page.cut(kept.find(found), PAGE, record -> record.id().toString())
                .map(this::found);
    }

    private FoundPerformer found(PerformerRecord record) {
        PerformerDetails details = record.person().details();
        return new FoundPerformer(
                record.id(),
                details.legalName(),
                details.otherNames().stream().map(OtherName::name).toList(),
                RecordCheck.gaps(record, clock.instant()).isEmpty(),
                record.recordedAt());
    }

    /** What was done with a record and who has looked at it, the latest first, fifty a page; an entry comes a moment after what it tells. */
    public Page<AuditEntry> history(UUID id, @Nullable String after) {
        return audit.entries(subject(id), null, after);
    }

    private PerformerRecord locked(AccountId creator, UUID id) {
        kept.lock(id);
        return own(creator, id);
    }

    private void tell(UUID id, @Nullable UUID document, int version, AccountId by, Instant at, String action) {
        events.append(new RecordAmended(id, document, version, by, at));
        AuditAction done = AuditAction.of(action, by, subject(id)).with("version", Integer.toString(version));
        audit.record(document == null ? done : done.with("document", document.toString()));
    }

    private static void requireSame(boolean same) {
        if (!same) {
            throw new RecordKeyReused();
        }
    }

    private static void requireLatest(int from, int latest) {
        if (from != latest) {
            throw new RecordMovedOn();
        }
    }

    private static void requireChange(boolean changed) {
        if (!changed) {
            throw new InvalidField("why", "Nothing would change: the record says this already.");
        }
    }

    private static void requireRoom(int present, int most) {
        if (present >= most) {
            throw new RecordFull();
        }
    }

    private static NotFound notFound() {
        return new NotFound("record");
    }

    private static String subject(UUID id) {
        return "performer:" + id;
    }

    /** PostgreSQL keeps microseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
