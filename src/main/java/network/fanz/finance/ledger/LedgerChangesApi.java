package network.fanz.finance.ledger;

import io.swagger.v3.oas.annotations.Operation;
import java.math.BigInteger;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.function.Consumer;
import network.fanz.common.Access;
import network.fanz.common.Asset;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.Role;
import network.fanz.common.Sentence;
import network.fanz.common.Steady;
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
 * Changes of accounts by hand, for finance and administrators. A change shares one transaction with its audit entry. By hand only accounts
 * are opened and closed that no part of the program opens itself; any account can be frozen.
 */
@RestController
@RequestMapping("/api/v1/ledger")
@Access({Role.FINANCE, Role.ADMINISTRATOR})
class LedgerChangesApi {
    private static final int CAUSE_MAX = 500;

    private final Ledger ledger;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LedgerChangesApi(Ledger ledger, Audit audit, TransactionTemplate transaction, @Steady Clock clock) {
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

    @PostMapping("/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(
            value = {Role.FINANCE, Role.ADMINISTRATOR},
            freshProof = true)
    @Operation(operationId = "createAccount", summary = "Open an account, or find the one that is there")
    LedgerAccountView create(@RequestBody AccountRequest request, Caller caller) {
        NewLedgerAccount account = request.account();
        checkKeptByHand(account.code());
        return LedgerAccountView.of(Objects.requireNonNull(transaction.execute(status -> {
            LedgerAccountId id = ledger.createAccountWithin(account);
            audit.record(AuditAction.of("ledger.create-account", caller.requireAccount(), "ledger-account:" + id));
            return ledger.account(id);
        })));
    }

    @PostMapping("/accounts/{id}/freeze")
    @Access(
            value = {Role.FINANCE, Role.ADMINISTRATOR},
            freshProof = true)
    @Operation(operationId = "freezeLedgerAccount", summary = "Let nothing move on an account but the holds it has")
    LedgerAccountView freeze(@PathVariable long id, Caller caller) {
        return change("ledger.freeze", id, caller, ledger::freezeAccount);
    }

    @PostMapping("/accounts/{id}/unfreeze")
    @Access(
            value = {Role.FINANCE, Role.ADMINISTRATOR},
            freshProof = true)
    @Operation(operationId = "unfreezeLedgerAccount", summary = "Let an account take part again")
    LedgerAccountView unfreeze(@PathVariable long id, Caller caller) {
        return change("ledger.unfreeze", id, caller, ledger::unfreezeAccount);
    }

    @PostMapping("/accounts/{id}/closure")
    @Access(
            value = {Role.FINANCE, Role.ADMINISTRATOR},
            freshProof = true)
    @Operation(operationId = "closeLedgerAccount", summary = "Close an empty account for ever")
    LedgerAccountView close(@PathVariable long id, Caller caller) {
        checkKeptByHand(ledger.account(new LedgerAccountId(id)).code());
        return change("ledger.close-account", id, caller, ledger::closeAccount);
    }

    record AcknowledgementRequest(
            @Nullable String finding, @Nullable String cause) {}

    @PostMapping("/verification/acknowledgements")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(
            value = {Role.FINANCE, Role.ADMINISTRATOR},
            freshProof = true)
    @Operation(
            operationId = "acknowledgeFinding",
            summary = "Write down the cause of what the verification finds, so that it does not hide what comes later")
    AcknowledgedFinding acknowledge(@RequestBody AcknowledgementRequest request, Caller caller) {
        String cause = InvalidField.required("cause", request.cause()).strip();
        if (cause.isEmpty() || cause.length() > CAUSE_MAX || cause.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidField(
                    "cause", Sentence.of("Say what happened, in 1 to {0} characters on one line.", CAUSE_MAX));
        }
        AcknowledgedFinding finding = new AcknowledgedFinding(
                InvalidField.required("finding", request.finding()),
                cause,
                caller.requireAccount(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        transaction.executeWithoutResult(status -> {
            ledger.acknowledge(finding);
            audit.record(AuditAction.of("ledger.acknowledge-finding", finding.by(), "ledger:verification")
                    .with("finding", finding.finding()));
        });
        return finding;
    }

    private static void checkKeptByHand(AccountCode code) {
        if (code.keeper() != Keeper.HAND) {
            throw new LedgerAccountReserved();
        }
    }

    private LedgerAccountView change(String action, long id, Caller caller, Consumer<LedgerAccountId> change) {
        LedgerAccountId account = new LedgerAccountId(id);
        transaction.executeWithoutResult(status -> {
            change.accept(account);
            audit.record(AuditAction.of(action, caller.requireAccount(), "ledger-account:" + id));
        });
        return LedgerAccountView.of(ledger.account(account));
    }
}
