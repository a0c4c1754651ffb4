package network.fanz.finance.payments;

import java.util.Locale;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Who or what has moved a payment.
 *
 * @param account the caller's; null for the others
 * @param message the provider's id of its message; null for the others
 */
public record Mover(
        MoverKind kind,
        @Nullable AccountId account,
        @Nullable String message) {
    /** A caller's request, a provider's message, or the job that drives what was left half-way. */
    public enum MoverKind {
        CALLER,
        MESSAGE,
        JOB;

        /** How it is stored; it never changes. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static final Mover JOB = new Mover(MoverKind.JOB, null, null);

    public Mover {
        if ((account != null) != (kind == MoverKind.CALLER) || (message != null) != (kind == MoverKind.MESSAGE)) {
            throw new IllegalArgumentException("Exactly a caller has an account, and exactly a message has an id");
        }
    }

    public static Mover caller(AccountId account) {
        return new Mover(MoverKind.CALLER, account, null);
    }

    public static Mover message(String id) {
        return new Mover(MoverKind.MESSAGE, null, id);
    }
}
