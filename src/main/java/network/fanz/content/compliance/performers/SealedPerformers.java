package network.fanz.content.compliance.performers;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.common.NotFound;
import network.fanz.content.compliance.Amendment;
import network.fanz.content.compliance.DocumentVersion;
import network.fanz.content.compliance.IdentityDocument;
import network.fanz.content.compliance.PerformerDetails;
import network.fanz.content.compliance.PerformerRecord;
import network.fanz.content.compliance.PerformerVersion;
import network.fanz.platform.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps records under keys of their own: a record's key is that of no account, so erasing a creator, or the person if they have an account,
 * takes nothing from it. One sealed value a row, as JSON by the names of the parts.
 */
@Component
public final class SealedPerformers {
    private static final String NAME = "compliance.performer_name.key";
    private static final String PERSON = "compliance.performer_version.person";
    private static final String WHY_PERSON = "compliance.performer_version.amendment";
    private static final String DOCUMENT = "compliance.performer_document.content";
    private static final String WHY_DOCUMENT = "compliance.performer_document.amendment";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final PerformerStore store;
    private final Vault vault;

    SealedPerformers(PerformerStore store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    /** Which of these are records of people. */
    public Set<UUID> known(Collection<UUID> ids) {
        return store.find(ids).stream().map(PerformerStore.PerformerRow::id).collect(Collectors.toUnmodifiableSet());
    }

    /** Changes of a record, or of a creator's list, come one after the other until the transaction ends. */
    public void lock(UUID what) {
        store.lock(what);
    }

    public void insert(UUID id, AccountId creator, boolean oneself, Instant at) {
        store.insert(new PerformerStore.PerformerRow(id, creator, oneself, at));
    }

    /** A version of the person; the record is found by its names from now on, and still by those of the versions before. */
    public void insert(UUID id, PerformerVersion version) {
        store.insert(
                new PerformerStore.PersonRow(
                        id,
                        version.number(),
                        version.change(),
                        seal(id, PERSON, version.details()),
                        sealed(id, WHY_PERSON, version.amendment()),
                        version.by(),
                        version.at()),
                keys(NameForm.of(version.details())));
    }

    public void insert(UUID id, DocumentVersion version) {
        store.insert(new PerformerStore.DocumentRow(
                id,
                version.document(),
                version.number(),
                version.change(),
                seal(id, DOCUMENT, version.content()),
                version.scan(),
                version.receivedAt(),
                sealed(id, WHY_DOCUMENT, version.amendment()),
                version.by(),
                version.at()));
    }

    public boolean exists(UUID id) {
        return store.find(id).isPresent();
    }

    public boolean isOf(AccountId creator, UUID id) {
        return store.find(id).filter(row -> row.creator().equals(creator)).isPresent();
    }

    public boolean hasOneself(AccountId creator) {
        return store.hasOneself(creator);
    }

    public int count(AccountId creator) {
        return store.count(creator);
    }

    /** @throws NotFound if there is none */
    public PerformerRecord find(UUID id) {
        return find(List.of(id)).stream().findFirst().orElseThrow(() -> new NotFound("record"));
    }

    /** In the order of their ids. */
    public List<PerformerRecord> find(Collection<UUID> ids) {
        return open(store.find(ids));
    }

    /** The latest first. */
    public List<PerformerRecord> of(AccountId creator, @Nullable UUID after, int limit) {
        return open(store.of(creator, after, limit));
    }

    /** Whoever has or had the name, in the order of ids. */
    public List<UUID> named(String name, @Nullable UUID after, int limit) {
        return store.named(keys(NameForm.of(name)), after, limit);
    }

    private List<byte[]> keys(Collection<String> forms) {
        return forms.stream().map(form -> vault.keyedHash(NAME, form)).toList();
    }

    private List<PerformerRecord> open(List<PerformerStore.PerformerRow> rows) {
        List<UUID> ids = rows.stream().map(PerformerStore.PerformerRow::id).toList();
        Map<UUID, List<PerformerStore.PersonRow>> people =
                store.people(ids).stream().collect(groupingBy(PerformerStore.PersonRow::performer));
        Map<UUID, List<PerformerStore.DocumentRow>> documents =
                store.documents(ids).stream().collect(groupingBy(PerformerStore.DocumentRow::performer));
        return rows.stream()
                .map(row -> new PerformerRecord(
                        row.id(),
                        row.creator(),
                        row.oneself(),
                        row.recordedAt(),
                        people.getOrDefault(row.id(), List.of()).stream()
                                .map(this::open)
                                .toList(),
                        documents.getOrDefault(row.id(), List.of()).stream()
                                .map(this::open)
                                .toList()))
                .toList();
    }

    private PerformerVersion open(PerformerStore.PersonRow row) {
        UUID id = row.performer();
        return new PerformerVersion(
                row.number(),
                row.change(),
                open(id, PERSON, row.person(), PerformerDetails.class),
                row.amendment() == null ? null : open(id, WHY_PERSON, row.amendment(), Amendment.class),
                row.by(),
                row.at());
    }

    private DocumentVersion open(PerformerStore.DocumentRow row) {
        UUID id = row.performer();
        return new DocumentVersion(
                row.document(),
                row.number(),
                row.change(),
                open(id, DOCUMENT, row.content(), IdentityDocument.class),
                row.scan(),
                row.receivedAt(),
                row.amendment() == null ? null : open(id, WHY_DOCUMENT, row.amendment(), Amendment.class),
                row.by(),
                row.at());
    }

    private byte[] seal(UUID id, String field, Object value) {
        return vault.seal(id, field, JSON.writeValueAsString(value));
    }

    private byte @Nullable [] sealed(UUID id, String field, @Nullable Object value) {
        return value == null ? null : seal(id, field, value);
    }

    private <T> T open(UUID id, String field, byte[] sealed, Class<T> type) {
        return JSON.readValue(vault.open(id, field, sealed), type);
    }
}
