package network.fanz.content.compliance.consents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.Ids;
import network.fanz.content.compliance.Amendment;
import network.fanz.content.compliance.StatementDetails;
import network.fanz.content.compliance.WorkStatement;
import network.fanz.content.compliance.consents.StatementStore.StatementRow;
import network.fanz.platform.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what is said of works under a key of the records' own: a work's erasure, or its creator's, takes nothing from it. */
@Component
public class SealedStatements {
    private static final String DETAILS = "compliance.work_statement.details";
    private static final String WHY = "compliance.work_statement.amendment";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final StatementStore store;
    private final Vault vault;

    SealedStatements(StatementStore store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    /** Whatever changes who is in a work or has consented to it comes one after the other until the transaction ends. */
    public void lock(UUID work) {
        store.lock(work);
    }

    public void insert(WorkStatement statement) {
        UUID subject = subject(statement.work());
        Amendment amendment = statement.amendment();
        store.insert(new StatementRow(
                statement.work(),
                statement.number(),
                statement.change(),
                statement.creator(),
                statement.people().size(),
                statement.people(),
                vault.seal(subject, DETAILS, JSON.writeValueAsString(statement.details())),
                amendment == null ? null : vault.seal(subject, WHY, JSON.writeValueAsString(amendment)),
                statement.at()));
    }

    /** What holds now. */
    public Optional<WorkStatement> latest(UUID work) {
        return store.latest(work).map(this::open);
    }

    public Optional<WorkStatement> made(UUID change) {
        return store.made(change).map(this::open);
    }

    /** Since when the same people are named; the beginning of time if nothing was said. */
    public Instant namedSince(UUID work) {
        return store.namedSince(work);
    }

    /** Works that name a person now, in the order of their ids. */
    public List<UUID> worksOf(UUID performer, @Nullable UUID after, int limit) {
        return store.worksOf(performer, after, limit);
    }

    private WorkStatement open(StatementRow row) {
        byte[] amendment = row.amendment();
        return new WorkStatement(
                row.work(),
                row.number(),
                row.change(),
                row.creator(),
                open(row.work(), DETAILS, row.details(), StatementDetails.class),
                row.people(),
                row.people().size() == row.count(),
                amendment == null ? null : open(row.work(), WHY, amendment, Amendment.class),
                row.at());
    }

    private <T> T open(UUID work, String field, byte[] sealed, Class<T> type) {
        return JSON.readValue(vault.open(subject(work), field, sealed), type);
    }

    private static UUID subject(UUID work) {
        return Ids.derived("compliance.work", work.toString());
    }
}
