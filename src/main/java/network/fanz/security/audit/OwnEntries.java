package network.fanz.security.audit;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import network.fanz.common.AccountId;
import network.fanz.common.OwnRecords;
import network.fanz.common.OwnSection;
import network.fanz.common.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What somebody did, and what was done to their account. Who of the staff did it is theirs to keep. */
@Component
@Order(9)
class OwnEntries implements OwnRecords {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("words.audit", Locale.ROOT);
    private static final String ACCOUNT = "account";
    private static final Set<String> NAMED = Set.of("payment", "pass", "method");

    private final OwnEntryStore store;

    OwnEntries(OwnEntryStore store) {
        this.store = store;
    }

    private record EntryOfMine(AccountId owner, OwnEntryStore.EntryOfOne entry) {
        String by() {
            Boolean mine = entry.byOwner();
            if (mine == null) {
                return "program";
            }
            return mine ? "you" : "staff";
        }

        /** Whose account, or which network address, somebody of the staff looked at is not theirs to take along. */
        String about() {
            String subject = entry.subject();
            if (subject.equals(ACCOUNT + ":" + owner)) {
                return "your account";
            }
            String kind = subject.substring(0, Math.max(0, subject.indexOf(':')));
            return NAMED.contains(kind) ? subject : kind;
        }
    }

    @Override
    public List<OwnSection<?>> sections() {
        return List.of(OwnSection.<EntryOfMine>of(
                        "audit_log",
                        "What you did, and what was done to your account, the newest first. Of staff it says that they are staff, not who.",
                        Set.of("audit.entry"),
                        this::entries)
                .with("number", mine -> mine.entry().seq())
                .with("at", mine -> mine.entry().at())
                .with("action", mine -> mine.entry().name())
                .with("in_words", mine -> words(mine.entry().name()))
                .with("by", EntryOfMine::by)
                .with("about", EntryOfMine::about));
    }

    private Page<EntryOfMine> entries(AccountId owner, @Nullable String after) {
        long before = after == null ? Long.MAX_VALUE : Long.parseLong(after);
        return Page.cut(
                        store.before(before, owner, OwnSection.PAGE + 1),
                        OwnSection.PAGE,
                        entry -> Long.toString(entry.seq()))
                .map(entry -> new EntryOfMine(owner, entry));
    }

    private static @Nullable String words(String action) {
        return WORDS.containsKey(action) ? WORDS.getString(action) : null;
    }
}
