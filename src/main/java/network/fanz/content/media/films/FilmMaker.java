package network.fanz.content.media.films;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import network.fanz.content.media.FilmRefused;
import network.fanz.content.media.FilmRenditions.RungProgress;
import network.fanz.content.media.Rendition;
import network.fanz.content.media.renditions.RenditionKeeper;
import org.springframework.stereotype.Component;

/** Makes what is shown of a film, piece by piece. What is kept is never made again, so a kill costs one piece. */
@Component
public class FilmMaker {
    private static final int WHOLE = 100;

    private final Films films;
    private final StillMaker stills;
    private final LadderMaker ladder;
    private final MasterMaker master;
    private final RenditionKeeper renditions;

    FilmMaker(Films films, StillMaker stills, LadderMaker ladder, MasterMaker master, RenditionKeeper renditions) {
        this.films = films;
        this.stills = stills;
        this.ladder = ladder;
        this.master = master;
        this.renditions = renditions;
    }

    /** See {@link network.fanz.content.media.FilmRenditions#make}. */
    public boolean make(UUID upload, String mark) throws IOException, FilmRefused {
        if (kept(upload).contains(MasterMaker.BUNDLE)) {
            return true;
        }
        FilmFacts film = films.probe(upload);
        if (!kept(upload).contains(StillMaker.BUNDLE)) {
            stills.make(upload, film);
        }
        if (!ladder.make(upload, film, mark, kept(upload))) {
            return false;
        }
        master.make(upload, film, Rung.of(film));
        return true;
    }

    /** See {@link network.fanz.content.media.FilmRenditions#progress}. */
    public List<RungProgress> progress(UUID upload) {
        List<RungProgress> all = new ArrayList<>(renditions.of(upload).stream()
                .filter(each -> each.name().equals(each.bundle() + "/index.m3u8"))
                .sorted((one, other) -> Integer.compare(one.height(), other.height()))
                .map(each -> new RungProgress(each.bundle(), WHOLE))
                .toList());
        all.addAll(ladder.underWay(upload));
        return all;
    }

    private Set<String> kept(UUID upload) {
        return renditions.of(upload).stream().map(Rendition::bundle).collect(Collectors.toSet());
    }
}
