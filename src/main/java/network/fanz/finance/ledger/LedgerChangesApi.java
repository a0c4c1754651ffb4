package network.fanz.finance.ledger;

import io.swagger.v3.oas.annotations.Operation;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import network.fanz.common.Access;
import network.fanz.common.Asset;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.Role;
import network.fanz.finance.ledger.LedgerApi.OutcomeView;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Changes of the ledger by hand, for finance and administrators. The ledger commits a posting in its own transaction. So the audit log
 * records the request before the posting and the outcome after it: even after a crash in between, no movement goes unnoticed. A change of
 * an account's state shares one transaction with its audit entry.
 */
@RestController
@RequestMapping("/api/v1/ledger")
@Access({Role.FINANCE, Role.ADMINISTRATOR})
class LedgerChangesApi {
    private final Ledger ledger;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LedgerChangesApi(Ledger ledger, Audit audit, TransactionTemplate transaction, Clock clock) {
        this.ledger = ledger;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** An account to open; the minimum is zero if absent. */
    record AccountRequest(
            @Nullable String ownerId,
            @Nullable AccountCode code,
            @Nullable Asset asset,
            @Nullable NormalSide side,
            @Nullable String minimum) {
        NewLedgerAccount account() {
            return new NewLedgerAccount(
                    InvalidField.required("ownerId", ownerId),
                    InvalidField.required("code", code),
                    InvalidField.required("asset", asset),
                    InvalidField.required("side", side),
                    units(Objects.requireNonNullElse(minimum, "0")));
        }

        private static BigInteger units(String text) {
            if (!text.matches("-?[0-9]{1,77}")) {
                throw new InvalidField("minimum", "Write whole base units as a string, such as \"-1000\".");
            }
            return new BigInteger(text);
        }
    }

    /** A posting to record; it is effective now if no time is given. */
    record PostingRequest(
            @Nullable UUID id,
            @Nullable PostingKind kind,
            @Nullable List<Leg> legs,
            @Nullable UUID refersTo,
            @Nullable Duration expiresAfter,
            @Nullable String referenceType,
            @Nullable String referenceId,
            @Nullable Instant effectiveAt) {
        Posting posting(Instant now) {
            return new Posting(
                    InvalidField.required("id", id),
                    InvalidField.required("kind", kind),
                    wholeLegs(),
                    refersTo,
                    expiresAfter,
                    InvalidField.required("referenceType", referenceType),
                    InvalidField.required("referenceId", referenceId),
                    Objects.requireNonNullElse(effectiveAt, now));
        }

        private List<Leg> wholeLegs() {
            List<Leg> given = Objects.requireNonNullElse(legs, List.of());
            if (given.stream().anyMatch(Objects::isNull)) {
                throw new InvalidField("legs", "A leg is missing.");
            }
            return given;
        }
    }

    @PostMapping("/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    @Access({Role.FINANCE, Role.ADMINISTRATOR})
    @Operation(operationId = "createAccount", summary = "Open an account, or find the one that is there")
    LedgerAccountView create(@RequestBody AccountRequest request, Caller caller) {
        NewLedgerAccount account = request.account();
        return LedgerAccountView.of(Objects.requireNonNull(transaction.execute(status -> {
            LedgerAccountId id = ledger.createAccountWithin(account);
            audit.record(AuditAction.of("ledger.create-account", caller.requireAccount(), "ledger-account:" + id));
            return ledger.account(id);
        })));
    }

    /** Emits {@code transaction_posted} when accepted. */
    @PostMapping("/transactions")
    @Access({Role.FINANCE, Role.ADMINISTRATOR})
    @Operation(
            operationId = "recordTransaction",
            summary = "Record a posting; the same id always gets the original outcome, a rejection included")
    OutcomeView record(@RequestBody PostingRequest request, Caller caller) {
        Posting posting = request.posting(clock.instant());
        AuditAction action = AuditAction.of("ledger.record", caller.requireAccount(), "posting:" + posting.id())
                .with("kind", posting.kind().name());
        audit(action.with("outcome", "asked"));
        OutcomeView outcome = OutcomeView.of(ledger.recordTransaction(posting));
        audit(action.with(
                "outcome",
                outcome.reason() == null ? "accepted" : outcome.reason().name()));
        return outcome;
    }

    @PostMapping("/accounts/{id}/freeze")
    @Access({Role.FINANCE, Role.ADMINISTRATOR})
    @Operation(operationId = "freezeLedgerAccount", summary = "Let nothing move on an account but the holds it has")
    LedgerAccountView freeze(@PathVariable long id, Caller caller) {
        return change("ledger.freeze", id, caller, ledger::freezeAccount);
    }

    @PostMapping("/accounts/{id}/unfreeze")
    @Access({Role.FINANCE, Role.ADMINISTRATOR})
    @Operation(operationId = "unfreezeLedgerAccount", summary = "Let an account take part again")
    LedgerAccountView unfreeze(@PathVariable long id, Caller caller) {
        return change("ledger.unfreeze", id, caller, ledger::unfreezeAccount);
    }

    @PostMapping("/accounts/{id}/closure")
    @Access({Role.FINANCE, Role.ADMINISTRATOR})
    @Operation(operationId = "closeLedgerAccount", summary = "Close an empty account for ever")
    LedgerAccountView close(@PathVariable long id, Caller caller) {
        return change("ledger.close-account", id, caller, ledger::closeAccount);
    }

    private LedgerAccountView change(String action, long id, Caller caller, Consumer<LedgerAccountId> change) {
        LedgerAccountId account = new LedgerAccountId(id);
        transaction.executeWithoutResult(status -> {
            change.accept(account);
            audit.record(AuditAction.of(action, caller.requireAccount(), "ledger-account:" + id));
        });
        return LedgerAccountView.of(ledger.account(account));
    }

    private void audit(AuditAction action) {
        transaction.executeWithoutResult(status -> audit.record(action));
    }
}
