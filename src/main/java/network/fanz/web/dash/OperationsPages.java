package network.fanz.web.dash;

import java.util.Map;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.Role;
import network.fanz.platform.events.ParkedEvents;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Events that are parked because a subscription could not handle them, and how far each subscription is. */
@Controller
@OnBrands(Brand.DASH)
@Access(Role.ADMINISTRATOR)
final class OperationsPages {
    private static final String PATH = "/operations/failed-events";

    private final ParkedEvents parkedEvents;

    OperationsPages(ParkedEvents parkedEvents) {
        this.parkedEvents = parkedEvents;
    }

    @GetMapping(PATH)
    ModelAndView parked(@RequestParam(required = false) @Nullable String after, Shell shell) {
        return page(after, Form.empty(), shell);
    }

    @PostMapping(PATH + "/retry")
    ModelAndView retry(Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    long left =
                            parkedEvents.retry(form.value("subscription"), form.value("key"), caller.requireAccount());
                    return shell.redirect(
                            PATH,
                            left == 0
                                    ? PageNotice.ok("Done. No event of this key is parked any more.")
                                    : PageNotice.warn(
                                            "Tried again. Events of this key that are still parked: " + left + "."));
                },
                again -> page(null, again, shell));
    }

    @PostMapping(PATH + "/replay")
    ModelAndView replay(Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    if (!form.checked("sure")) {
                        throw new InvalidField("sure", "Confirm this: the read model is emptied and built again.");
                    }
                    parkedEvents.replay(form.value("subscription"), caller.requireAccount());
                    return shell.redirect(PATH, PageNotice.ok("It is being built again from the log's beginning."));
                },
                again -> page(null, again, shell));
    }

    private ModelAndView page(@Nullable String after, Form form, Shell shell) {
        return shell.page(
                "dash/parked",
                Map.of(
                        "parked", parkedEvents.list(after),
                        "subscriptions", parkedEvents.subscriptions(),
                        "form", form));
    }
}
