package network.fanz.web.dash.moderation;

import static network.fanz.common.Language.say;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.content.moderation.ReviewItem;
import network.fanz.content.moderation.ReviewSeverity;
import network.fanz.content.moderation.Reviews;
import network.fanz.security.identity.Identity;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.dash.EnumLabels;
import network.fanz.web.dash.StaffNames;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What waits for a person: how much of it, what comes next, and all of it as a list. */
@Controller
@OnBrands(Brand.DASH)
@Access({Role.MODERATOR, Role.ADMINISTRATOR})
final class ReviewQueuePages {
    static final String PATH = "/moderation/queue";
    private static final String SEVERITY = "severity";
    private static final int ROWS = 50;

    private final Reviews reviews;
    private final Identity identity;

    ReviewQueuePages(Reviews reviews, Identity identity) {
        this.reviews = reviews;
        this.identity = identity;
    }

    @GetMapping(PATH)
    ModelAndView queue(Form form, Caller caller, Shell shell) {
        return form.select(
                () -> {
                    ReviewSeverity severity = form.value(SEVERITY).isEmpty()
                            ? null
                            : EnumLabels.read(ReviewSeverity.class, form, SEVERITY);
                    return page(
                            severity,
                            reviews.waiting(severity, form.values().get("after"), ROWS),
                            Form.empty(),
                            caller,
                            shell);
                },
                again -> page(null, null, again, caller, shell));
    }

    @PostMapping(PATH + "/next")
    ModelAndView next(Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> reviews.takeNext(caller.requireAccount())
                        .map(item -> shell.redirect(ReviewItemPages.PATH + item.id()))
                        .orElseGet(() -> shell.redirect(
                                PATH, PageNotice.info(say("Nothing waits that is yours to decide about.")))),
                again -> page(null, reviews.waiting(null, null, ROWS), again, caller, shell));
    }

    @PostMapping(PATH + "/putting-back")
    ModelAndView putBack(Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    reviews.putBack(caller.requireAccount());
                    return shell.redirect(PATH, PageNotice.ok(say("Put back. Others can take it.")));
                },
                again -> page(null, reviews.waiting(null, null, ROWS), again, caller, shell));
    }

    /** @param page null where the filter cannot be read */
    private ModelAndView page(
            @Nullable ReviewSeverity severity, @Nullable Page<ReviewItem> page, Form form, Caller caller, Shell shell) {
        List<ReviewItem> items = page == null ? List.of() : page.items();
        Map<String, Object> model = new HashMap<>();
        model.put("form", form);
        model.put(SEVERITY, severity);
        model.put("severities", EnumLabels.options(ReviewSeverity.class, say("Any"), severity));
        model.put("counts", reviews.counts());
        model.put("page", page);
        model.put("day", reviews.day(caller.requireAccount()));
        model.put(
                "mine",
                items.stream()
                        .filter(item -> reviews.isInHandOf(item, caller.requireAccount()))
                        .map(ReviewItem::id)
                        .toList());
        model.put(
                "taken",
                items.stream()
                        .filter(item -> reviews.isTaken(item, caller.requireAccount()))
                        .map(ReviewItem::id)
                        .toList());
        model.put(
                "names",
                StaffNames.of(identity, items.stream().map(ReviewItem::creator).toList()));
        return shell.page("dash/review-queue", model);
    }
}
