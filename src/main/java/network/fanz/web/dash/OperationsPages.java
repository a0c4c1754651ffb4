package network.fanz.web.dash;

import java.util.Map;
import network.fanz.common.Access;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.Role;
import network.fanz.platform.events.FailedEvents;
import network.fanz.web.form.Form;
import network.fanz.web.page.Notice;
import network.fanz.web.page.Shell;
import network.fanz.web.place.Brand;
import network.fanz.web.place.On;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Events that a subscription could not handle, and how far each subscription is. */
@Controller
@On(Brand.DASH)
@Access(Role.ADMINISTRATOR)
final class OperationsPages {
    private static final String PATH = "/operations/failed-events";

    private final FailedEvents failedEvents;

    OperationsPages(FailedEvents failedEvents) {
        this.failedEvents = failedEvents;
    }

    @GetMapping(PATH)
    ModelAndView failed(@RequestParam(required = false) @Nullable String after, Shell shell) {
        return page(after, Form.empty(), shell);
    }

    @PostMapping(PATH + "/retry")
    ModelAndView retry(Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    long left = failedEvents.retry(form.value("subscription"), form.value("key"), caller.signedIn());
                    return shell.redirect(
                            PATH,
                            left == 0
                                    ? Notice.ok("Done: nothing of this key is left.")
                                    : Notice.warn("Tried again; " + left + " of this key still fail or wait."));
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
                    failedEvents.replay(form.value("subscription"), caller.signedIn());
                    return shell.redirect(PATH, Notice.ok("It is being built again from the log's beginning."));
                },
                again -> page(null, again, shell));
    }

    private ModelAndView page(@Nullable String after, Form form, Shell shell) {
        return shell.page(
                "dash/failed",
                Map.of(
                        "failed", failedEvents.failed(after),
                        "subscriptions", failedEvents.subscriptions(),
                        "form", form));
    }
}
