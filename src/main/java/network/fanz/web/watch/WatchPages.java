package network.fanz.web.watch;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.NotFound;
import network.fanz.content.audience.WatchHistory;
import network.fanz.content.catalogue.MediaAddress;
import network.fanz.content.catalogue.PublishedWork;
import network.fanz.content.catalogue.PublishedWorks;
import network.fanz.content.catalogue.SoldWorks;
import network.fanz.content.catalogue.Viewer;
import network.fanz.content.catalogue.WatchAccess;
import network.fanz.content.media.Rendition;
import network.fanz.content.media.RenditionKind;
import network.fanz.content.media.Renditions;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.page.Shell;
import network.fanz.web.show.PublicNames;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Where one work is watched; or what is missing is said, and nothing of the work is sent. */
@Controller
@OnBrands({Brand.TUBE, Brand.ELITE})
final class WatchPages {
    private final PublishedWorks works;
    private final SoldWorks sold;
    private final Renditions renditions;
    private final PublicNames names;
    private final Viewers viewers;
    private final WatchHistory history;

    WatchPages(
            PublishedWorks works,
            SoldWorks sold,
            Renditions renditions,
            PublicNames names,
            Viewers viewers,
            WatchHistory history) {
        this.history = history;
        this.works = works;
        this.sold = sold;
        this.renditions = renditions;
        this.names = names;
        this.viewers = viewers;
    }

    @Access(anyone = true)
    @GetMapping("/watch/{id}")
    ModelAndView watch(@PathVariable("id") UUID id, Caller caller, HttpServletRequest request, Shell shell) {
        PublishedWork work = works.find(id).orElseThrow(() -> new NotFound("work"));
        Viewer viewer = viewers.of(request, caller);
        WatchAccess access = works.access(work, viewer);
        Map<String, Object> model = new HashMap<>();
        model.put("work", work);
        model.put("creator", names.of(work.creator()));
        model.put("access", access);
        model.put("keepable", access == WatchAccess.OPEN && isKeepable(work, caller.account()));
        model.put("screen", access == WatchAccess.OPEN ? screen(work, viewer) : null);
        model.put("place", place(work, caller));
        return shell.page("watch/watch", model);
    }

    /** Where the player begins, and whether it says where it stops. */
    private FilmPlace place(PublishedWork work, Caller caller) {
        AccountId reader = caller.account();
        if (reader == null) {
            return FilmPlace.ON_DEVICE;
        }
        return history.remembers(reader)
                ? new FilmPlace("/api/v1/history/" + work.id(), false, history.place(reader, work.id()))
                : FilmPlace.NOWHERE;
    }

    /** Whether it is open to somebody who could also buy it for good, as whoever holds a pass can. */
    private boolean isKeepable(PublishedWork work, @Nullable AccountId reader) {
        return work.showing().price() != null
                && reader != null
                && !reader.equals(work.creator())
                && !sold.owns(reader, work.id());
    }

    private Screen screen(PublishedWork work, Viewer viewer) {
        MediaAddress address = works.address(work, viewer);
        List<Rendition> made = renditions.of(work.upload());
        return Screen.of(
                made,
                address.base(),
                "/api/v1/published-works/" + work.id() + "/address",
                Viewers.shortId(viewer),
                work.type().isFilm() ? RenditionKind.PLAYLIST : RenditionKind.PICTURE);
    }
}
