package network.fanz.finance.ledger;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import network.fanz.common.Access;
import network.fanz.common.Caller;
import network.fanz.common.Page;
import network.fanz.common.QueryNames;
import network.fanz.common.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads the ledger, for finance and administrators. Changes are in {@link LedgerChangesApi}. */
@RestController
@RequestMapping("/api/v1/ledger")
@Access({Role.FINANCE, Role.ADMINISTRATOR})
class LedgerApi {
    private static final String PAGE = "50";

    private final Ledger ledger;

    LedgerApi(Ledger ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/accounts")
    @Access({Role.FINANCE, Role.ADMINISTRATOR})
    @Operation(operationId = "listLedgerAccounts", summary = "An owner's accounts in the ledger")
    List<LedgerAccountView> accounts(@RequestParam String owner) {
        return ledger.accountsOf(owner).stream().map(LedgerAccountView::of).toList();
    }

    @GetMapping("/accounts/{id}")
    @Access({Role.FINANCE, Role.ADMINISTRATOR})
    @Operation(operationId = "getLedgerAccount", summary = "An account and how it stands")
    LedgerAccountView account(@PathVariable long id) {
        return LedgerAccountView.of(ledger.account(new LedgerAccountId(id)));
    }

    @GetMapping("/accounts/{id}/statement")
    @Access({Role.FINANCE, Role.ADMINISTRATOR})
    @Operation(operationId = "getLedgerStatement", summary = "An account's lines with running balance, newest first")
    Page<StatementLine> statement(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = PAGE) int limit) {
        return ledger.statement(new LedgerAccountId(id), after, limit);
    }

    @GetMapping("/trial-balance")
    @Access({Role.FINANCE, Role.ADMINISTRATOR})
    @Operation(operationId = "getTrialBalance", summary = "All accounts summed by asset, now or as of a transfer")
    List<TrialBalance> trialBalance(@RequestParam(required = false) @Nullable Long asOf) {
        return asOf == null ? ledger.trialBalance() : ledger.trialBalanceAt(asOf);
    }

    @GetMapping("/journal")
    @Access({Role.FINANCE, Role.ADMINISTRATOR})
    @Operation(operationId = "listJournal", summary = "Transfers, newest first")
    Page<JournalLine> journal(
            @RequestParam
                    @QueryNames({
                        "account",
                        "code",
                        "asset",
                        "kind",
                        "referenceType",
                        "referenceId",
                        "from",
                        "to",
                        "after",
                        "limit"
                    })
                    Map<String, String> parameters,
            @RequestParam(defaultValue = PAGE) int limit) {
        return ledger.journal(JournalFilter.of(parameters), parameters.get("after"), limit);
    }

    @GetMapping("/journal/{seq}")
    @Access({Role.FINANCE, Role.ADMINISTRATOR})
    @Operation(operationId = "getJournalEntry", summary = "The posting of a transfer, its entries and their block")
    RecordedPosting recorded(@PathVariable long seq) {
        return ledger.recordedPosting(seq);
    }

    @GetMapping("/blocks/{height}")
    @Access({Role.FINANCE, Role.ADMINISTRATOR})
    @Operation(operationId = "getLedgerBlock", summary = "A block of the chain and its transfers")
    BlockView block(@PathVariable long height) {
        Block block = ledger.block(height);
        return new BlockView(block, ledger.isSound(block), ledger.linesOf(block));
    }

    @GetMapping("/verification")
    @Access({Role.FINANCE, Role.ADMINISTRATOR})
    @Operation(operationId = "verifyLedger", summary = "Read all books anew and compare them with their chain")
    VerificationView verify(Caller caller) {
        caller.requireAccount();
        LedgerVerification verification = ledger.verify();
        return new VerificationView(
                verification.sound(),
                verification.blocks(),
                verification.transfers(),
                verification.findings(),
                verification.acknowledged());
    }

    /** @param sound whether the hash of the block's rows, computed again, equals the stored hash */
    record BlockView(Block block, boolean sound, List<JournalLine> lines) {}

    /** @param sound whether nothing is wrong but what has a known cause */
    record VerificationView(
            boolean sound,
            long blocks,
            long transfers,
            List<String> findings,
            List<AcknowledgedFinding> acknowledged) {}
}
