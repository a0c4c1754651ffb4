package network.fanz.web.money;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.Steady;
import network.fanz.content.catalogue.Catalogue;
import network.fanz.content.catalogue.OwnedPass;
import network.fanz.content.catalogue.ReturnedPass;
import network.fanz.web.brand.OnFanBrands;
import network.fanz.web.page.Shell;
import network.fanz.web.show.PublicNames;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The passes that a fan has or had. */
@Controller
@OnFanBrands
final class LibraryPages {
    private final Catalogue catalogue;
    private final PublicNames names;
    private final Clock clock;

    LibraryPages(Catalogue catalogue, PublicNames names, @Steady Clock clock) {
        this.catalogue = catalogue;
        this.names = names;
        this.clock = clock;
    }

    @Access
    @GetMapping("/library")
    ModelAndView library(Caller caller, Shell shell) {
        AccountId fan = caller.requireAccount();
        List<OwnedPass> passes = catalogue.library(fan);
        List<ReturnedPass> returned = catalogue.returned(fan);
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
                        names.of(Stream.concat(
                                        passes.stream().map(OwnedPass::creator),
                                        returned.stream().map(ReturnedPass::creator))
                                .toList())));
    }
}
