package network.fanz.security.audit;

import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Page;
import network.fanz.common.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit log, for administrators. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditApi {
    private final Audit audit;

    AuditApi(Audit audit) {
        this.audit = audit;
    }

    @GetMapping
    @Access(Role.ADMINISTRATOR)
    @Operation(operationId = "listAuditEntries", summary = "Who did what, the latest first")
    Page<AuditEntry> entries(
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable UUID actor,
            @RequestParam(required = false) @Nullable String after) {
        return audit.entries(subject, actor == null ? null : new AccountId(actor), after);
    }

    @GetMapping("/verification")
    @Access(Role.ADMINISTRATOR)
    @Operation(operationId = "verifyAudit", summary = "Compute the whole chain again")
    AuditVerification verification() {
        return audit.verify();
    }
}
