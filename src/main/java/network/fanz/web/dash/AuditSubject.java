package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.web.show.Format;
import org.jspecify.annotations.Nullable;

/**
 * What an entry of the audit log, or an event that is set aside, is about, in words.
 *
 * @param href its page; null if it has none
 */
public record AuditSubject(String words, @Nullable String href) {
    private static final String ACCOUNT = "account:";

    /** Subjects are a kind and an id; one of another form stands as it is. */
    static AuditSubject of(String subject, StaffNames names) {
        int cut = subject.indexOf(':') + 1;
        String kind = subject.substring(0, Math.max(0, cut - 1));
        return id(subject.substring(cut))
                .map(id -> switch (kind) {
                    case "account" -> new AuditSubject(names.distinct(new AccountId(id)), "/users/" + id);
                    case "payment" -> new AuditSubject(say("Payment {0}", Format.id(id)), "/finance/payments/" + id);
                    case "alert" -> new AuditSubject(say("Alert {0}", Format.id(id)), "/security/alerts/" + id);
                    case "security_event" ->
                        new AuditSubject(say("Security event {0}", Format.id(id)), "/security/events/" + id);
                    case "performer" -> new AuditSubject(say("Record of a person {0}", Format.id(id)), null);
                    case "hash-bank" ->
                        new AuditSubject(say("Hash bank {0}", Format.id(id)), "/moderation/banks/" + id);
                    case "hand-posting" ->
                        new AuditSubject(say("Posting by hand {0}", Format.id(id)), "/finance/hand-postings/" + id);
                    default -> new AuditSubject(EnumLabels.of(kind.replace('-', '_')) + " " + Format.id(id), null);
                })
                .orElseGet(() -> other(kind, subject));
    }

    /** What an event is about, by its key: a person of the page, or what events of that type are keyed by. */
    public static AuditSubject ofEvent(String type, String key, StaffNames names) {
        AccountId account = account(ACCOUNT + key);
        if (account != null && names.known().containsKey(account)) {
            return of(ACCOUNT + key, names);
        }
        boolean payment = type.startsWith("payment_") || type.startsWith("refund_");
        return account != null && payment ? of("payment:" + key, names) : new AuditSubject(key, null);
    }

    /** The account that a subject names; null if it names none. */
    static @Nullable AccountId account(String subject) {
        return subject.startsWith(ACCOUNT)
                ? id(subject.substring(ACCOUNT.length())).map(AccountId::new).orElse(null)
                : null;
    }

    private static AuditSubject other(String kind, String subject) {
        return switch (subject) {
            case "account:by-email" -> new AuditSubject(say("Accounts, by an email address"), null);
            case "account:by-id" -> new AuditSubject(say("Accounts, by an id"), null);
            case "account:by-name" -> new AuditSubject(say("Accounts, by a public name"), null);
            case "performer:by-name" -> new AuditSubject(say("Records of people, by a name"), null);
            default -> numbered(kind, subject);
        };
    }

    private static AuditSubject numbered(String kind, String subject) {
        return switch (kind) {
            case "ledger-account" -> ledgerAccount(subject);
            case "terms" -> terms(subject);
            case "agreement" -> agreement(subject);
            default -> new AuditSubject(subject, null);
        };
    }

    private static AuditSubject terms(String subject) {
        String number = subject.substring("terms:".length());
        return new AuditSubject(say("Terms of use, version {0}", number), "/terms/" + number);
    }

    private static AuditSubject agreement(String subject) {
        String number = subject.substring("agreement:".length());
        return new AuditSubject(say("Agreement with creators, version {0}", number), "/compliance/agreement/" + number);
    }

    private static AuditSubject ledgerAccount(String subject) {
        String number = subject.substring("ledger-account:".length());
        return new AuditSubject(say("Ledger account {0}", number), "/finance/accounts/" + number);
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
