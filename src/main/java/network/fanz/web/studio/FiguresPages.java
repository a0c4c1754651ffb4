package network.fanz.web.studio;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.Role;
import network.fanz.content.audience.DayOfViews;
import network.fanz.content.audience.Views;
import network.fanz.content.audience.WorkFigures;
import network.fanz.content.catalogue.Works;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.page.Shell;
import network.fanz.web.show.Csv;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** How one of a creator's works was viewed. */
@Controller
@OnBrands(Brand.TUBE)
@Access(Role.CREATOR)
final class FiguresPages {
    private static final int SHOWN_DAYS = 30;

    private final Views views;
    private final Works works;

    FiguresPages(Views views, Works works) {
        this.views = views;
        this.works = works;
    }

    @GetMapping("/studio/works/{id}/figures")
    ModelAndView figures(@PathVariable("id") UUID id, Caller caller, Shell shell) {
        WorkFigures figures = views.ofWork(id, caller.requireAccount(), SHOWN_DAYS);
        return shell.page(
                "studio/figures",
                Map.of(
                        "title",
                        works.find(id, caller.requireAccount()).title(),
                        "figures",
                        figures,
                        "chart",
                        ViewsChart.of(figures)));
    }

    @GetMapping("/studio/works/{id}/figures.csv")
    void file(@PathVariable("id") UUID id, Caller caller, HttpServletResponse response) throws IOException {
        WorkFigures figures = views.ofWork(id, caller.requireAccount(), Views.DAYS_MAX);
        Csv.send(
                response,
                "views-" + id + ".csv",
                csv -> figures.days().stream()
                        .filter(day -> day.views() != null)
                        .forEach(day -> write(csv, day)),
                "Day (UTC)",
                "Views",
                "Viewers");
    }

    private static void write(Csv csv, DayOfViews day) {
        csv.row(day.day(), Objects.requireNonNull(day.views()), Objects.requireNonNull(day.viewers()));
    }
}
