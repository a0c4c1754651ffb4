package network.fanz.content.moderation.review;

import java.util.Objects;
import java.util.function.Supplier;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What is written together with its row in the audit log, or not at all. */
@Component
class Transactions {
    private final TransactionOperations operations;
    private final Audit audit;

    Transactions(TransactionOperations operations, Audit audit) {
        this.operations = operations;
        this.audit = audit;
    }

    <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(operations.execute(status -> work.get()));
    }

    void record(AuditAction action) {
        audit.record(action);
    }
}
