package network.fanz.web.watch;

import static network.fanz.common.Language.say;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.Page;
import network.fanz.content.audience.WatchHistory;
import network.fanz.content.audience.WatchedWork;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a fan has watched; nobody else sees it. */
@Controller
@OnBrands({Brand.TUBE, Brand.ELITE})
@Access
final class HistoryPages {
    private static final String PATH = "/history";
    private static final int ROWS = 30;

    private final WatchHistory history;
    private final WorkTiles tiles;

    HistoryPages(WatchHistory history, WorkTiles tiles) {
        this.history = history;
        this.tiles = tiles;
    }

    @GetMapping(PATH)
    ModelAndView history(
            @RequestParam(name = "after", required = false) @Nullable String after,
            Caller caller,
            HttpServletRequest request,
            Shell shell) {
        return page(after, caller, Form.empty(), request, shell);
    }

    @PostMapping(PATH + "/{work}/removal")
    ModelAndView remove(
            @PathVariable("work") UUID work, Caller caller, Form form, HttpServletRequest request, Shell shell) {
        return form.submit(
                () -> {
                    history.remove(caller.requireAccount(), work);
                    return shell.redirect(PATH, PageNotice.ok(say("Removed from your history.")));
                },
                again -> page(null, caller, again, request, shell));
    }

    @PostMapping(PATH + "/removal")
    ModelAndView removeAll(Caller caller, Form form, HttpServletRequest request, Shell shell) {
        return form.submit(
                () -> {
                    history.removeAll(caller.requireAccount());
                    return shell.redirect(PATH, PageNotice.ok(say("Your history is empty.")));
                },
                again -> page(null, caller, again, request, shell));
    }

    @PostMapping(PATH + "/remembering")
    ModelAndView remember(Caller caller, Form form, HttpServletRequest request, Shell shell) {
        return form.submit(
                () -> {
                    boolean on = form.checked("on");
                    history.remember(caller.requireAccount(), on);
                    return shell.redirect(
                            PATH,
                            PageNotice.ok(say(
                                    on
                                            ? "What you watch is remembered from now on."
                                            : "Nothing that you watch is remembered from now on.")));
                },
                again -> page(null, caller, again, request, shell));
    }

    private ModelAndView page(
            @Nullable String after, Caller caller, Form form, HttpServletRequest request, Shell shell) {
        AccountId fan = caller.requireAccount();
        Page<WatchedWork> page = history.of(fan, after, ROWS);
        List<UUID> works = page.items().stream().map(WatchedWork::work).toList();
        Map<String, Object> model = new HashMap<>();
        model.put("page", page);
        model.put("tiles", tiles.these(works, caller, request));
        model.put("remembers", history.remembers(fan));
        model.put("form", form);
        return shell.page("watch/history", model);
    }
}
