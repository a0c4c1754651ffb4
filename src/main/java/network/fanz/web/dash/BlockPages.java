package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import java.util.List;
import java.util.Map;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.Role;
import network.fanz.security.ratelimit.RateLimits;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Addresses that are refused. */
@Controller
@OnBrands(Brand.DASH)
final class BlockPages {
    private final RateLimits limits;

    BlockPages(RateLimits limits) {
        this.limits = limits;
    }

    @GetMapping("/security/blocks")
    @Access({Role.ADMINISTRATOR, Role.ANALYST})
    ModelAndView blocks(Shell shell) {
        return page(Form.empty(), shell);
    }

    @PostMapping("/security/blocks/lift")
    @Access(value = Role.ADMINISTRATOR, freshProof = true)
    ModelAndView lift(Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    limits.liftBlock(form.value("address"), caller.requireAccount());
                    return shell.redirect(
                            "/security/blocks", PageNotice.ok(say("The network address is let in again.")));
                },
                again -> page(again, shell));
    }

    private ModelAndView page(Form form, Shell shell) {
        return shell.page("dash/blocks", Map.of("blocks", List.copyOf(limits.activeBlocks()), "form", form));
    }
}
