package network.fanz.web.dash;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Role;
import network.fanz.common.Steady;
import network.fanz.platform.health.PartReport;
import network.fanz.platform.health.PartReporter;
import network.fanz.platform.jobs.Jobs;
import network.fanz.platform.mail.Mail;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.page.OperatorContact;
import network.fanz.web.page.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What works, what does not, and what to do about it: at one look, for the operator on call. */
@Controller
@OnBrands(Brand.DASH)
@Access(Role.ADMINISTRATOR)
final class HealthPages {
    /** As the program was packed; null where it runs from its classes. */
    private static final @Nullable String VERSION =
            HealthPages.class.getPackage().getImplementationVersion();

    private final List<PartReporter> reporters;
    private final Jobs jobs;
    private final Mail mail;
    private final OperatorContact contact;
    private final Clock clock;

    HealthPages(List<PartReporter> reporters, Jobs jobs, Mail mail, OperatorContact contact, @Steady Clock clock) {
        this.reporters = reporters;
        this.jobs = jobs;
        this.mail = mail;
        this.contact = contact;
        this.clock = clock;
    }

    @GetMapping("/operations")
    ModelAndView health(Shell shell) {
        List<PartReport> reports =
                reporters.stream().flatMap(part -> part.reports().stream()).toList();
        return shell.page(
                "dash/health",
                Map.of(
                        "health",
                        BackgroundHealth.of(reports, jobs.states(), mail.state(), clock.instant()),
                        "contact",
                        contact,
                        "version",
                        Objects.requireNonNullElse(VERSION, "")));
    }
}
