package network.fanz.web.dash.moderation;

import static network.fanz.common.Language.say;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.Role;
import network.fanz.content.moderation.DecisionKind;
import network.fanz.content.moderation.NewDecision;
import network.fanz.content.moderation.ReviewClaimNeeded;
import network.fanz.content.moderation.ReviewDecision;
import network.fanz.content.moderation.ReviewFilm;
import network.fanz.content.moderation.ReviewItem;
import network.fanz.content.moderation.ReviewMedia;
import network.fanz.content.moderation.ReviewMovedOn;
import network.fanz.content.moderation.ReviewSubject;
import network.fanz.content.moderation.Reviews;
import network.fanz.security.identity.Identity;
import network.fanz.security.identity.SignIn;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.dash.EnumLabels;
import network.fanz.web.dash.StaffNames;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** One thing that waits for a person. Whoever has it in hand sees what it is; others see that it waits. */
@Controller
@OnBrands(Brand.DASH)
@Access({Role.MODERATOR, Role.ADMINISTRATOR})
final class ReviewItemPages {
    static final String PATH = "/moderation/items/";

    private final Reviews reviews;
    private final ReviewMedia media;
    private final SignIn signIn;
    private final Identity identity;

    ReviewItemPages(Reviews reviews, ReviewMedia media, SignIn signIn, Identity identity) {
        this.reviews = reviews;
        this.media = media;
        this.signIn = signIn;
        this.identity = identity;
    }

    @GetMapping(PATH + "{id}")
    ModelAndView item(@PathVariable("id") UUID id, Caller caller, HttpServletRequest request, Shell shell) {
        return page(id, caller, Form.empty(), request, shell);
    }

    @PostMapping(PATH + "{id}/claim")
    ModelAndView take(@PathVariable("id") UUID id, Caller caller, Form form, HttpServletRequest request, Shell shell) {
        return form.submit(
                () -> {
                    reviews.take(id, caller.requireAccount());
                    return shell.redirect(PATH + id);
                },
                again -> page(id, caller, again, request, shell));
    }

    @PostMapping(PATH + "{id}/decision")
    ModelAndView decide(
            @PathVariable("id") UUID id, Caller caller, Form form, HttpServletRequest request, Shell shell) {
        return form.submit(
                () -> {
                    NewDecision decision = NewDecision.of(
                            EnumLabels.read(DecisionKind.class, form, "kind"),
                            form.text("digest"),
                            form.value("clause"),
                            form.value("note"));
                    reviews.decide(id, decision, caller.requireAccount(), form.idempotencyKey());
                    return shell.redirect(PATH + id);
                },
                again -> page(id, caller, again, request, shell));
    }

    @PostMapping("/moderation/decisions/{id}/undo")
    ModelAndView undo(@PathVariable("id") UUID id, Caller caller, Form form, HttpServletRequest request, Shell shell) {
        return form.submit(
                () -> {
                    ReviewDecision undone = reviews.undo(id, caller.requireAccount());
                    return shell.redirect(
                            PATH + undone.item(), PageNotice.ok(say("Undone. You have it in hand again.")));
                },
                again -> page(reviews.decision(id).item(), caller, again, request, shell));
    }

    private ModelAndView page(UUID id, Caller caller, Form form, HttpServletRequest request, Shell shell) {
        AccountId reader = caller.requireAccount();
        ReviewItem item = reviews.item(id);
        ReviewSubject subject = subject(id, reader);
        List<ReviewDecision> decisions = reviews.decisions(id);
        Map<String, Object> model = new HashMap<>();
        model.put("item", item);
        model.put("subject", subject);
        model.put(
                "screen",
                subject == null
                        ? null
                        : ReviewScreen.of(media.names(id, reader), film(id, reader, signIn.session(request))));
        model.put("own", caller.is(item.creator()));
        model.put("taken", reviews.isTaken(item, reader));
        model.put("decisions", decisions);
        model.put(
                "undoable",
                decisions.stream()
                        .filter(each -> each.isUndoable() && caller.is(each.by()))
                        .findFirst()
                        .orElse(null));
        model.put("policy", reviews.policy());
        model.put("day", reviews.day(reader));
        model.put("form", form);
        model.put("names", names(item, decisions));
        return shell.page("dash/review-item", model);
    }

    /** Null for whoever does not have it in hand, and once there is nothing to decide. */
    private @Nullable ReviewSubject subject(UUID id, AccountId reader) {
        try {
            return reviews.subject(id, reader);
        } catch (ReviewClaimNeeded | ReviewMovedOn notNow) {
            return null;
        }
    }

    private @Nullable ReviewFilm film(UUID id, AccountId reader, @Nullable UUID session) {
        return session == null ? null : media.film(id, reader, session).orElse(null);
    }

    private StaffNames names(ReviewItem item, List<ReviewDecision> decisions) {
        return StaffNames.of(
                identity,
                Stream.concat(
                                Stream.of(item.creator()),
                                Stream.concat(
                                        Stream.ofNullable(item.claim()).map(claim -> claim.by()),
                                        decisions.stream().map(ReviewDecision::by)))
                        .toList());
    }
}
