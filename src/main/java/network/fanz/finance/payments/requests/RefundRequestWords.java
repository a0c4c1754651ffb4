package network.fanz.finance.payments.requests;

import network.fanz.common.AccountId;
import network.fanz.common.VisibleText;
import network.fanz.platform.vault.SubjectForgotten;
import network.fanz.platform.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people write in requests: plain text of a bounded length, sealed under its writer's key. */
@Component
public class RefundRequestWords {
    /** A paragraph. */
    public static final int LENGTH_MAX = 500;

    private static final String FIELD = "payments.refund_request.words";

    private final Vault vault;

    RefundRequestWords(Vault vault) {
        this.vault = vault;
    }

    /** @throws network.fanz.common.InvalidField if it is empty, too long, or holds what cannot be seen */
    byte[] seal(String field, AccountId writer, String typed) {
        return vault.seal(writer.value(), FIELD, read(field, typed));
    }

    /**
     * Whether somebody writes again what they have written.
     *
     * @param words null for nothing
     */
    public boolean areSame(String field, String typed, AccountId writer, byte @Nullable [] words) {
        return words != null && read(field, typed).equals(open(writer, words));
    }

    private static String read(String field, String typed) {
        return VisibleText.line(field, typed.replaceAll("[\\r\\n\\t]+", " "), LENGTH_MAX);
    }

    /** Empty if the writer has been erased. */
    public String open(AccountId writer, byte[] words) {
        try {
            return vault.open(writer.value(), FIELD, words);
        } catch (SubjectForgotten erased) {
            return "";
        }
    }
}
