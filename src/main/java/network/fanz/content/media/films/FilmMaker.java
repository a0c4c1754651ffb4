package network.fanz.content.media.films;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import network.fanz.content.media.FilmRefused;
import network.fanz.content.media.FilmRenditions.RungProgress;
import network.fanz.content.media.Rendition;
import network.fanz.content.media.renditions.RenditionKeeper;
import org.springframework.stereotype.Component;

/** Makes what is shown of a film, piece by piece. What is kept is never made again, so a kill costs one piece. */
@Component
public class FilmMaker {
    /** Then another film has its turn; a piece that has begun is finished. */
    private static final Duration AT_A_TIME = Duration.ofMinutes(2);

    private static final int WHOLE = 100;

    private final Films films;
    private final StillMaker stills;
    private final RungMaker rungs;
    private final MasterMaker master;
    private final RenditionKeeper renditions;
    private final Map<UUID, RungProgress> underWay = new ConcurrentHashMap<>();

    FilmMaker(Films films, StillMaker stills, RungMaker rungs, MasterMaker master, RenditionKeeper renditions) {
        this.films = films;
        this.stills = stills;
        this.rungs = rungs;
        this.master = master;
        this.renditions = renditions;
    }

    /** See {@link network.fanz.content.media.FilmRenditions#make}. */
    public boolean make(UUID upload, String mark) throws IOException, FilmRefused {
        if (kept(upload).contains(MasterMaker.BUNDLE)) {
            return true;
        }
        FilmFacts film = films.probe(upload);
        long begun = System.nanoTime();
        if (!kept(upload).contains(StillMaker.BUNDLE)) {
            stills.make(upload, film);
        }
        List<Rung> ladder = Rung.of(film);
        for (Rung rung : ladder) {
            if (!kept(upload).contains(rung.name())) {
                if (System.nanoTime() - begun > AT_A_TIME.toNanos()) {
                    return false;
                }
                make(upload, film, rung, mark);
            }
        }
        master.make(upload, film, ladder);
        return true;
    }

    private void make(UUID upload, FilmFacts film, Rung rung, String mark) throws IOException, FilmRefused {
        underWay.put(upload, new RungProgress(rung.name(), 0));
        try {
            rungs.make(upload, film, rung, mark, millis -> underWay.put(upload, progress(rung, film, millis)));
        } finally {
            underWay.remove(upload);
        }
    }

    private static RungProgress progress(Rung rung, FilmFacts film, long millis) {
        return new RungProgress(rung.name(), (int)
                Math.clamp(millis * WHOLE / Math.max(1, film.millis()), 0, WHOLE - 1));
    }

    /** See {@link network.fanz.content.media.FilmRenditions#progress}. */
    public List<RungProgress> progress(UUID upload) {
        List<RungProgress> all = new ArrayList<>(renditions.of(upload).stream()
                .filter(each -> each.name().equals(each.bundle() + "/index.m3u8"))
                .sorted((one, other) -> Integer.compare(one.height(), other.height()))
                .map(each -> new RungProgress(each.bundle(), WHOLE))
                .toList());
        RungProgress now = underWay.get(upload);
        if (now != null) {
            all.add(now);
        }
        return all;
    }

    private Set<String> kept(UUID upload) {
        return renditions.of(upload).stream().map(Rendition::bundle).collect(Collectors.toSet());
    }
}
