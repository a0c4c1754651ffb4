package network.fanz.web.home;

import network.fanz.common.Access;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What every site offers at the foot of its pages: help, and what is kept about people. */
@Controller
final class HelpPages {
    @Access(anyone = true)
    @GetMapping("/help")
    ModelAndView help(Shell shell) {
        return shell.page("home/help");
    }

    @Access(anyone = true)
    @GetMapping("/privacy")
    ModelAndView privacy(Shell shell) {
        return shell.page("home/privacy");
    }
}
