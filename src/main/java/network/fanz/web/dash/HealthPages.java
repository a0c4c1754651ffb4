package network.fanz.web.dash;

import java.util.Map;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Role;
import network.fanz.platform.events.ParkedEvents;
import network.fanz.platform.jobs.Jobs;
import network.fanz.platform.mail.Mail;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Events, jobs and mail at one look, for the operator on call. */
@Controller
@OnBrands(Brand.DASH)
@Access(Role.ADMINISTRATOR)
final class HealthPages {
    private final ParkedEvents events;
    private final Jobs jobs;
    private final Mail mail;

    HealthPages(ParkedEvents events, Jobs jobs, Mail mail) {
        this.events = events;
        this.jobs = jobs;
        this.mail = mail;
    }

    @GetMapping("/operations")
    ModelAndView health(Shell shell) {
        return shell.page(
                "dash/health",
                Map.of("health", new BackgroundHealth(events.subscriptions(), jobs.states(), mail.state())));
    }
}
