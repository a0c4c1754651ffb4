package network.fanz.web.dash;

import java.util.Map;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Role;
import network.fanz.content.compliance.ComplianceObligation;
import network.fanz.content.compliance.ComplianceStatus;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** How obligations stand; what has a list leads to it. */
@Controller
@OnBrands(Brand.DASH)
@Access({Role.CUSTODIAN, Role.ADMINISTRATOR})
final class ComplianceStatusPages {
    private static final Map<ComplianceObligation, String> LISTS = Map.of(
            ComplianceObligation.IDENTITIES_VERIFIED, "/compliance/verifications",
            ComplianceObligation.AGREEMENT_SIGNED, "/compliance/agreement",
            ComplianceObligation.AGREEMENT_REVIEWED, "/compliance/agreement");

    private final ComplianceStatus status;

    ComplianceStatusPages(ComplianceStatus status) {
        this.status = status;
    }

    @GetMapping("/compliance/status")
    ModelAndView status(Shell shell) {
        return shell.page("dash/compliance-status", Map.of("lines", status.lines(), "lists", LISTS));
    }
}
