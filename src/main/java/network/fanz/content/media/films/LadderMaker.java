package network.fanz.content.media.films;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import network.fanz.content.media.FilmRefused;
import network.fanz.content.media.FilmRenditions.RungProgress;
import org.springframework.stereotype.Component;

/** Makes the rungs of a film: the lowest alone, because the film plays as soon as that is there, then the others side by side. */
@Component
class LadderMaker {
    /** Then another film has its turn; rungs that have begun are finished. */
    private static final Duration AT_A_TIME = Duration.ofMinutes(2);

    private static final int WHOLE = 100;

    private final RungMaker rungs;
    private final FilmSettings settings;
    private final Map<RungUnderWay, RungProgress> underWay = new ConcurrentHashMap<>();

    LadderMaker(RungMaker rungs, FilmSettings settings) {
        this.rungs = rungs;
        this.settings = settings;
    }

    /**
     * Makes what is not kept yet.
     *
     * @param kept names of rungs
     * @return whether all of them are there
     */
    boolean make(UUID upload, FilmFacts film, String mark, Set<String> kept) throws IOException, FilmRefused {
        long begun = System.nanoTime();
        for (List<Rung> together : together(Rung.of(film), settings.rungsAtOnce())) {
            List<Rung> missing = together.stream()
                    .filter(rung -> !kept.contains(rung.name()))
                    .toList();
            if (!missing.isEmpty() && System.nanoTime() - begun > AT_A_TIME.toNanos()) {
                return false;
            }
            Together.each(missing, rung -> make(upload, film, rung, mark));
        }
        return true;
    }

    /** @return what is made at the same time, in the order of its beginning */
    static List<List<Rung>> together(List<Rung> ladder, int atOnce) {
        List<List<Rung>> all = new ArrayList<>(List.of(ladder.subList(0, 1)));
        for (int from = 1; from < ladder.size(); from += atOnce) {
            all.add(ladder.subList(from, Math.min(from + atOnce, ladder.size())));
        }
        return all;
    }

    private void make(UUID upload, FilmFacts film, Rung rung, String mark) throws IOException, FilmRefused {
        RungUnderWay now = new RungUnderWay(upload, rung);
        underWay.put(now, new RungProgress(rung.name(), 0));
        try {
            rungs.make(upload, film, rung, mark, millis -> underWay.put(now, progress(rung, film, millis)));
        } finally {
            underWay.remove(now);
        }
    }

    private static RungProgress progress(Rung rung, FilmFacts film, long millis) {
        return new RungProgress(rung.name(), (int)
                Math.clamp(millis * WHOLE / Math.max(1, film.millis()), 0, WHOLE - 1));
    }

    /** How far those are that are made now, the smallest first. */
    List<RungProgress> underWay(UUID upload) {
        return underWay.entrySet().stream()
                .filter(each -> each.getKey().upload().equals(upload))
                .sorted(Comparator.comparingInt(each -> each.getKey().rung().height()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private record RungUnderWay(UUID upload, Rung rung) {}
}
