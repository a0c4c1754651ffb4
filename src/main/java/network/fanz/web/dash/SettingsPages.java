package network.fanz.web.dash;

import java.util.Map;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.InvalidField;
import network.fanz.common.Role;
import network.fanz.platform.settings.Settings;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What this node runs with, for whoever is on call. */
@Controller
@OnBrands(Brand.DASH)
@Access(Role.ADMINISTRATOR)
final class SettingsPages {
    private final Settings settings;

    SettingsPages(Settings settings) {
        this.settings = settings;
    }

    @GetMapping("/operations/settings")
    ModelAndView settings(@RequestParam(defaultValue = "all") String show, Shell shell) {
        boolean all = show.equals("all");
        if (!all && !show.equals("changed")) {
            throw new InvalidField("show", "Ask for all settings or for those that are changed.");
        }
        return shell.page("dash/settings", Map.of("list", new SettingList(settings, !all)));
    }
}
