package network.fanz.web.money;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.common.Steady;
import network.fanz.content.catalogue.BoughtWork;
import network.fanz.content.catalogue.Catalogue;
import network.fanz.content.catalogue.OwnedPass;
import network.fanz.content.catalogue.ReturnedPass;
import network.fanz.content.catalogue.SoldWorks;
import network.fanz.security.identity.AccountState;
import network.fanz.security.identity.AccountSummary;
import network.fanz.security.identity.Identity;
import network.fanz.web.brand.OnFanBrands;
import network.fanz.web.page.Shell;
import network.fanz.web.show.PublicNames;
import network.fanz.web.watch.WorkTiles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The passes that a fan has or had, and the works that they bought one by one. */
@Controller
@OnFanBrands
final class LibraryPages {
    private static final int BOUGHT = 24;

    private final Catalogue catalogue;
    private final SoldWorks sold;
    private final Identity identity;
    private final PublicNames names;
    private final WorkTiles tiles;
    private final Clock clock;

    LibraryPages(
            Catalogue catalogue,
            SoldWorks sold,
            Identity identity,
            PublicNames names,
            WorkTiles tiles,
            @Steady Clock clock) {
        this.catalogue = catalogue;
        this.sold = sold;
        this.identity = identity;
        this.names = names;
        this.tiles = tiles;
        this.clock = clock;
    }

    @Access
    @GetMapping("/library")
    ModelAndView library(
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "bought", required = false) @Nullable String bought,
            Caller caller,
            HttpServletRequest request,
            Shell shell) {
        AccountId fan = caller.requireAccount();
        List<OwnedPass> passes = catalogue.library(fan);
        List<ReturnedPass> returned = catalogue.returned(fan);
        Page<BoughtWork> single = sold.library(fan, bought, BOUGHT);
        List<AccountId> creators = Stream.of(
                        passes.stream().map(OwnedPass::creator),
                        returned.stream().map(ReturnedPass::creator),
                        single.items().stream().map(BoughtWork::creator))
                .flatMap(Function.identity())
                .distinct()
                .toList();
        return shell.page(
                "money/library",
                Map.of(
                        "passes",
                        passes,
                        "returned",
                        returned,
                        "now",
                        clock.instant(),
                        "names",
                        names.of(creators),
                        "open",
                        withPage(creators),
                        "bought",
                        single,
                        "works",
                        tiles.opened(after, caller, request)));
    }

    /** A creator who is suspended or has left has no page to lead to. */
    private Set<AccountId> withPage(List<AccountId> creators) {
        return identity.summaries(creators).values().stream()
                .filter(creator -> creator.state() == AccountState.ACTIVE
                        && creator.roles().contains(Role.CREATOR))
                .map(AccountSummary::id)
                .collect(Collectors.toSet());
    }
}
