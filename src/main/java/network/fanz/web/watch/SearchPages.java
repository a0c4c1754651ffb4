package network.fanz.web.watch;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.content.search.FoundWorks;
import network.fanz.content.search.Search;
import network.fanz.content.search.SearchQuery;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where works are looked for. All that was asked stands in the address. */
@Controller
@OnBrands({Brand.TUBE, Brand.ELITE})
final class SearchPages {
    private static final int SHOWN = 24;

    private final Search search;
    private final WorkTiles tiles;

    SearchPages(Search search, WorkTiles tiles) {
        this.search = search;
        this.tiles = tiles;
    }

    @Access(anyone = true)
    @GetMapping("/search")
    ModelAndView search(Form form, Caller caller, HttpServletRequest request, Shell shell) {
        return form.select(
                () -> {
                    SearchQuery query = SearchFilters.read(form);
                    FoundWorks found = search.find(query, form.value("after"), SHOWN);
                    return shell.page("watch/search", found(query, found, form, caller, request, shell));
                },
                again -> shell.page("watch/search", Map.of("form", again)));
    }

    private Map<String, Object> found(
            SearchQuery query, FoundWorks found, Form form, Caller caller, HttpServletRequest request, Shell shell) {
        Map<String, Object> model = new HashMap<>();
        model.put("form", form);
        model.put("query", query);
        model.put("found", found);
        model.put("tiles", tiles.tiles(found.page(), caller, request));
        model.put("groups", SearchFilters.groups(query, found.facets(), form));
        model.put("orders", SearchFilters.orders(query, form));
        model.put("more", more(form, shell));
        return model;
    }

    private static String more(Form form, Shell shell) {
        String address = SearchFilters.address(form, "", "");
        return shell.to(address) + (address.contains("?") ? "&" : "?") + "after=";
    }
}
