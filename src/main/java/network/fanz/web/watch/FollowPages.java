package network.fanz.web.watch;

import static network.fanz.common.Language.say;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.content.audience.Follows;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import network.fanz.web.show.PublicNames;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Whom a fan follows, and what is new of them. */
@Controller
@OnBrands({Brand.TUBE, Brand.ELITE})
@Access
final class FollowPages {
    private final Follows follows;
    private final WorkTiles tiles;
    private final PublicNames names;

    FollowPages(Follows follows, WorkTiles tiles, PublicNames names) {
        this.follows = follows;
        this.tiles = tiles;
        this.names = names;
    }

    @GetMapping("/following")
    ModelAndView following(
            @RequestParam(name = "after", required = false) @Nullable String after,
            Caller caller,
            HttpServletRequest request,
            Shell shell) {
        return page(after, caller, Form.empty(), request, shell);
    }

    @PostMapping("/creators/{id}/follow")
    ModelAndView follow(
            @PathVariable("id") AccountId id, Caller caller, Form form, HttpServletRequest request, Shell shell) {
        return form.submit(
                () -> {
                    follows.follow(caller.requireAccount(), id);
                    return shell.redirect("/creators/" + id, PageNotice.ok(say("You follow them from now on.")));
                },
                again -> page(null, caller, again, request, shell));
    }

    @PostMapping("/creators/{id}/unfollow")
    ModelAndView unfollow(
            @PathVariable("id") AccountId id, Caller caller, Form form, HttpServletRequest request, Shell shell) {
        return form.submit(
                () -> {
                    follows.unfollow(caller.requireAccount(), id);
                    return shell.redirect("/following", PageNotice.ok(say("You follow them no more.")));
                },
                again -> page(null, caller, again, request, shell));
    }

    private ModelAndView page(
            @Nullable String after, Caller caller, Form form, HttpServletRequest request, Shell shell) {
        List<AccountId> creators = follows.of(caller.requireAccount());
        return shell.page(
                "watch/following",
                Map.of(
                        "creators",
                        creators,
                        "names",
                        names.of(creators),
                        "page",
                        tiles.followed(after, caller, request),
                        "form",
                        form));
    }
}
