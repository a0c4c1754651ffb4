package network.fanz.web.watch;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.content.catalogue.Viewer;
import network.fanz.content.compliance.AgeAssurance;
import network.fanz.content.compliance.AgeStanding;
import network.fanz.content.compliance.AgeState;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Why works ask for a proof of age, and the way to the provider and back. Works with an account and without one. */
@Controller
@OnBrands({Brand.TUBE, Brand.ELITE})
final class AgeProofPages {
    private static final String PATH = "/age/proof";
    private static final int LOOKS = 20;
    private static final int SECONDS = 2;

    private final AgeAssurance ages;
    private final Viewers viewers;

    AgeProofPages(AgeAssurance ages, Viewers viewers) {
        this.ages = ages;
        this.viewers = viewers;
    }

    /**
     * Whoever comes back from the provider finds a page that looks again by itself for a while, and leads on to the work.
     *
     * @param work what they wanted to watch
     * @param back whether they come from the provider
     * @param look how often the page has looked by itself
     */
    @Access(anyone = true)
    @GetMapping(PATH)
    ModelAndView proof(
            @RequestParam(name = "work", required = false) @Nullable UUID work,
            @RequestParam(name = "back", required = false) @Nullable String back,
            @RequestParam(name = "look", defaultValue = "0") int look,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Shell shell) {
        AgeStanding standing = ages.standing(viewers.of(request, caller));
        if (back != null && work != null && standing.state() == AgeState.ASSURED) {
            return shell.redirect("/watch/" + work);
        }
        boolean looking = back != null && look < LOOKS && standing.state().isOpen();
        if (looking) {
            response.setHeader(
                    "Refresh", SECONDS + "; url=" + shell.to(back(work) + "&look=" + (Math.max(look, 0) + 1)));
        }
        return page(standing, work, looking, Form.empty(), shell);
    }

    @Access(anyone = true)
    @PostMapping(PATH)
    ModelAndView begin(Caller caller, Form form, HttpServletRequest request, Shell shell) {
        UUID work = work(form);
        return form.submit(
                () -> {
                    Viewer viewer = viewers.of(request, caller);
                    AgeStanding begun = ages.begin(viewer, shell.at(shell.brand(), back(work)), caller.origin());
                    return begun.page() == null
                            ? shell.redirect(address(work))
                            : shell.redirectOutside(Objects.requireNonNull(begun.page()));
                },
                again -> page(ages.standing(viewers.of(request, caller)), work, false, again, shell));
    }

    /** What they wanted to watch; null if they came for nothing of the kind. */
    private static @Nullable UUID work(Form form) {
        try {
            return form.value("work").isEmpty() ? null : UUID.fromString(form.value("work"));
        } catch (IllegalArgumentException other) {
            return null;
        }
    }

    private static String address(@Nullable UUID work) {
        return work == null ? PATH : PATH + "?work=" + work;
    }

    private static String back(@Nullable UUID work) {
        return work == null ? PATH + "?back" : PATH + "?back&work=" + work;
    }

    private static ModelAndView page(
            AgeStanding standing, @Nullable UUID work, boolean looking, Form form, Shell shell) {
        Map<String, Object> model = new HashMap<>();
        model.put("standing", standing);
        model.put("work", work);
        model.put("looking", looking);
        model.put("form", form);
        return shell.page("watch/age", model);
    }
}
