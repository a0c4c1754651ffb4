package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.platform.events.ParkedEvent;
import network.fanz.platform.events.ParkedEvents;
import network.fanz.security.identity.Identity;
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

/** What is set aside because a subscription could not handle it, and how far each subscription is. */
@Controller
@OnBrands(Brand.DASH)
@Access(Role.ADMINISTRATOR)
final class OperationsPages {
    private static final String PATH = "/operations/failed-events";

    private final ParkedEvents parkedEvents;
    private final Identity identity;

    OperationsPages(ParkedEvents parkedEvents, Identity identity) {
        this.parkedEvents = parkedEvents;
        this.identity = identity;
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
                                    ? PageNotice.ok(say("Done. Nothing of this is set aside any more."))
                                    : PageNotice.warn(say("Tried again. Still set aside: {0}.", left)));
                },
                again -> page(null, again, shell));
    }

    @PostMapping(PATH + "/skip")
    @Access(value = Role.ADMINISTRATOR, freshProof = true)
    ModelAndView skip(Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    parkedEvents.skip(
                            form.value("subscription"),
                            form.value("key"),
                            number(form.value("seq")),
                            form.value("reason"),
                            caller.requireAccount());
                    return shell.redirect(PATH, PageNotice.ok(say("Skipped. What waited behind it goes on.")));
                },
                again -> page(null, again, shell));
    }

    private static long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new NotFound("failed event");
        }
        return Long.parseLong(text);
    }

    @PostMapping(PATH + "/adopt")
    @Access(value = Role.ADMINISTRATOR, freshProof = true)
    ModelAndView adopt(Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    parkedEvents.adopt(form.value("subscription"), form.value("reason"), caller.requireAccount());
                    return shell.redirect(PATH, PageNotice.ok(say("This version goes on with it.")));
                },
                again -> page(null, again, shell));
    }

    @PostMapping(PATH + "/replay")
    ModelAndView replay(Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    if (!form.checked("sure")) {
                        throw new InvalidField(
                                "sure", "Confirm this: the read model is built again from the log's beginning.");
                    }
                    parkedEvents.replay(form.value("subscription"), caller.requireAccount());
                    return shell.redirect(
                            PATH,
                            PageNotice.ok(
                                    say(
                                            "It is being built again from the log's beginning. What there is stays in use until that is done.")));
                },
                again -> page(null, again, shell));
    }

    private ModelAndView page(@Nullable String after, Form form, Shell shell) {
        Page<ParkedEvent> parked = parkedEvents.list(after);
        List<@Nullable AccountId> keys = new ArrayList<>();
        parked.items().forEach(event -> keys.add(AuditSubject.account("account:" + event.key())));
        return shell.page(
                "dash/parked",
                Map.of(
                        "parked",
                        parked,
                        "names",
                        StaffNames.of(identity, keys),
                        "subscriptions",
                        parkedEvents.subscriptions(),
                        "form",
                        form));
    }
}
