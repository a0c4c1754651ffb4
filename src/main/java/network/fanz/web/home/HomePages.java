package network.fanz.web.home;

import java.util.Map;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.security.identity.Identity;
import network.fanz.web.brand.OnFanBrands;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where each site begins. */
@Controller
final class HomePages {
    private static final int CREATORS = 6;

    private final Identity identity;

    HomePages(Identity identity) {
        this.identity = identity;
    }

    @Access(anyone = true)
    @GetMapping("/")
    @OnFanBrands
    ModelAndView brand(Shell shell) {
        return shell.page(
                "home/brand",
                Map.of(
                        "welcome",
                        BrandWelcome.to(shell.brand()),
                        "creators",
                        identity.creators(null, CREATORS).items()));
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
