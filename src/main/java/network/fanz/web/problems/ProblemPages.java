package network.fanz.web.problems;

import java.util.Map;
import network.fanz.common.Access;
import network.fanz.common.NotFound;
import network.fanz.common.ProblemType;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Explains each problem at the address that is its type. */
@Controller
final class ProblemPages {
    @Access(anyone = true)
    @GetMapping("/problems")
    ModelAndView all(Shell shell) {
        return shell.page("problems/all", Map.of("types", ProblemTypes.all()));
    }

    @Access(anyone = true)
    @GetMapping("/problems/{name}")
    ModelAndView one(@PathVariable String name, Shell shell) {
        ProblemType type = ProblemTypes.all().stream()
                .filter(known -> known.value().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound("problem"));
        return shell.page("problems/one", Map.of("type", type));
    }
}
