package network.fanz.web.home;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.Page;
import network.fanz.security.identity.Identity;
import network.fanz.web.brand.OnFanBrands;
import network.fanz.web.page.Shell;
import network.fanz.web.watch.WorkTile;
import network.fanz.web.watch.WorkTiles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where each site begins. */
@Controller
final class HomePages {
    private static final int CREATORS = 6;
    private static final Page<WorkTile> NO_WORKS = new Page<>(List.of(), null);

    private final Identity identity;
    private final WorkTiles tiles;

    HomePages(Identity identity, WorkTiles tiles) {
        this.identity = identity;
        this.tiles = tiles;
    }

    @Access(anyone = true)
    @GetMapping("/")
    @OnFanBrands
    ModelAndView brand(
            @RequestParam(name = "after", required = false) @Nullable String after,
            Caller caller,
            HttpServletRequest request,
            Shell shell) {
        return shell.page(
                "home/brand",
                Map.of(
                        "welcome",
                        BrandWelcome.to(shell.brand()),
                        "works",
                        showsWorks(shell.brand()) ? tiles.newest(after, caller, request) : NO_WORKS,
                        "creators",
                        identity.creators(null, CREATORS).items()));
    }

    private static boolean showsWorks(Brand brand) {
        return brand == Brand.TUBE || brand == Brand.ELITE;
    }

    /** On a host that is no site of ours, such as the bare domain: where the sites are. */
    @Access(anyone = true)
    @GetMapping("/")
    ModelAndView sites(Shell shell) {
        return shell.page("home/sites", Map.of("brands", Brand.fronts()));
    }

    @Access(anyone = true)
    @GetMapping("/age")
    @OnFanBrands
    ModelAndView age(Shell shell) {
        return shell.page("home/age");
    }
}
