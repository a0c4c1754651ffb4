package network.fanz.web.home;

import static network.fanz.web.place.Brand.ELITE;
import static network.fanz.web.place.Brand.MEET;
import static network.fanz.web.place.Brand.SPICY;
import static network.fanz.web.place.Brand.TUBE;

import java.util.List;
import java.util.Map;
import network.fanz.common.Access;
import network.fanz.web.page.Shell;
import network.fanz.web.place.Brand;
import network.fanz.web.place.On;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where each place begins. */
@Controller
final class HomePages {
    private static final List<Brand> PLACES = List.of(TUBE, ELITE, SPICY, MEET, Brand.DASH);

    @Access(anyone = true)
    @GetMapping("/")
    @On({TUBE, ELITE, SPICY, MEET})
    ModelAndView brand(Shell shell) {
        return shell.page("home/brand", Map.of("welcome", Welcome.to(shell.brand())));
    }

    /** On a host that is none of the places, such as the bare domain: where they are. */
    @Access(anyone = true)
    @GetMapping("/")
    ModelAndView places(Shell shell) {
        return shell.page("home/places", Map.of("brands", PLACES));
    }

    @Access(anyone = true)
    @GetMapping("/age")
    @On({TUBE, ELITE, SPICY, MEET})
    ModelAndView age(Shell shell) {
        return shell.page("home/age");
    }
}
