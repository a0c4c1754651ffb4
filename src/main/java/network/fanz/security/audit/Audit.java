package network.fanz.security.audit;

import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import network.fanz.common.AccountId;
import network.fanz.common.InvalidField;
import network.fanz.common.Page;
import network.fanz.platform.events.Events;
import network.fanz.security.audit.events.ActionAudited;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Records every action that changes something. */
@Component
public class Audit {
    private static final int PAGE = 50;
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private final Events events;
    private final AuditStore store;
    private final Clock clock;

    Audit(Events events, AuditStore store, Clock clock) {
        this.events = events;
        this.store = store;
        this.clock = clock;
    }

    /** For a command beside the program: what it records joins the chain by the program's nodes. */
    public static Audit of(DataSource dataSource, Clock clock) {
        return new Audit(Events.of(dataSource, clock), new AuditStore(new JdbcTemplate(dataSource)), clock);
    }

    /**
     * Writes the action in the caller's transaction: both commit, or neither. Emits {@code action_audited}; the entry joins the chain a
     * moment later.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void record(AuditAction action) {
        events.append(new ActionAudited(
                action.name(),
                action.actor(),
                action.onBehalfOf(),
                action.subject(),
                action.details(),
                clock.instant()));
    }

    /**
     * Entries, newest first, fifty a page.
     *
     * @param subject only actions on this subject; null for all
     * @param actor only actions of this account; null for all
     * @param after the previous page's {@code next}; null for the first page
     * @throws InvalidField if {@code after} is no page's {@code next}
     */
    public Page<AuditEntry> entries(@Nullable String subject, @Nullable AccountId actor, @Nullable String after) {
        List<AuditRow> rows = store.before(start(after), subject, actor, PAGE + 1);
        return Page.cut(rows, PAGE, row -> Long.toString(row.seq())).map(Audit::entry);
    }

    /** Computes every hash again and names the first entry that is not as it was written. */
    public AuditVerification verify() {
        return AuditVerification.of(store);
    }

    private static long start(@Nullable String after) {
        if (after == null) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(after);
        } catch (NumberFormatException notOurs) {
            throw new InvalidField("after", "Send what the page before gave as next.");
        }
    }

    private static AuditEntry entry(AuditRow row) {
        return new AuditEntry(
                row.seq(),
                row.event(),
                row.at(),
                row.name(),
                row.actor() == null ? null : new AccountId(row.actor()),
                row.onBehalfOf() == null ? null : new AccountId(row.onBehalfOf()),
                row.subject(),
                JsonMapper.shared().readValue(row.details(), DETAILS),
                HexFormat.of().formatHex(row.hash()));
    }
}
