package network.fanz.content.compliance.status;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import network.fanz.common.Access;
import network.fanz.common.Role;
import network.fanz.content.compliance.ComplianceLine;
import network.fanz.content.compliance.ComplianceStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How obligations stand. */
@RestController
@Tag(name = "compliance")
class StatusApi {
    private final ComplianceStatus status;

    StatusApi(ComplianceStatus status) {
        this.status = status;
    }

    @GetMapping("/api/v1/compliance/status")
    @Access({Role.CUSTODIAN, Role.ADMINISTRATOR})
    @Operation(
            operationId = "getComplianceStatus",
            summary = "How obligations stand: what rows show, what is missing, and when the next gap comes; no score")
    List<ComplianceLine> status() {
        return status.lines();
    }
}
