package network.fanz.content.media.films;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.LongConsumer;
import network.fanz.content.media.FilmRefused;
import network.fanz.content.media.NewRendition;
import network.fanz.content.media.RenditionKind;
import network.fanz.content.media.renditions.RenditionKeeper;
import org.springframework.stereotype.Component;

/** Makes one rung of a film, decodes all of it again, and keeps it. */
@Component
class RungMaker {
    private static final String HEAD = "init.mp4";
    private static final String LIST = "index.m3u8";
    private static final int MARK_DOTS = 240;

    private final Films films;
    private final FilmProcesses processes;
    private final RenditionKeeper renditions;

    RungMaker(Films films, FilmProcesses processes, RenditionKeeper renditions) {
        this.films = films;
        this.processes = processes;
        this.renditions = renditions;
    }

    void make(UUID upload, FilmFacts film, Rung rung, String mark, LongConsumer millisDone)
            throws IOException, FilmRefused {
        Path folder = processes.newFolder();
        try {
            Map<String, Path> files = new LinkedHashMap<>();
            long frames = encoded(upload, film, rung, MarkImage.of(mark, dot(rung)), new FilmMaking() {
                @Override
                public void output(String name, byte[] bytes) throws IOException {
                    files.put(name, Files.write(folder.resolve(name), bytes, StandardOpenOption.CREATE_NEW));
                }

                @Override
                public void progress(long millis) {
                    millisDone.accept(millis);
                }
            });
            check(film, rung, frames, files);
            files.put(LIST, Files.writeString(folder.resolve(LIST), Playlists.ofSegments(rung, frames)));
            renditions.keep(upload, rung.name(), kept(rung, files));
        } finally {
            processes.delete(folder);
        }
    }

    private static int dot(Rung rung) {
        return Math.max(1, Math.min(rung.width(), rung.height()) / MARK_DOTS);
    }

    private long encoded(UUID upload, FilmFacts film, Rung rung, MarkImage mark, FilmMaking making)
            throws IOException, FilmRefused {
        FilmTask task = films.task("rung", films.timeFor(film))
                .with("width", rung.width())
                .with("height", rung.height())
                .with("bits", rung.bits())
                .with("rate", rung.rate())
                .with("segment", rung.segment())
                .with("mark_width", mark.width())
                .with("mark_height", mark.height());
        return FilmFacts.number(films.run(upload, task, List.of(mark.channel()), making), "frames");
    }

    /** Every frame decodes, none is missing, and every segment begins with one that needs no other. */
    private void check(FilmFacts film, Rung rung, long frames, Map<String, Path> files)
            throws IOException, FilmRefused {
        List<JoinedBytes.Piece> pieces = new ArrayList<>();
        for (Path file : files.values()) {
            pieces.add(JoinedBytes.of(file));
        }
        Map<String, String> said;
        try (SeekableByteChannel whole = new JoinedBytes(pieces)) {
            FilmTask task = films.task("check", films.timeFor(film))
                    .with("format", "mov")
                    .with("size", whole.size());
            said = processes.run(task, List.of(whole), new FilmMaking() {});
        }
        boolean asMeant = files.containsKey(HEAD)
                && FilmFacts.number(said, "frames") == frames
                && FilmFacts.number(said, "damaged") == 0
                && FilmFacts.number(said, "width") == rung.width()
                && FilmFacts.number(said, "height") == rung.height()
                && files.size() - 1 == (frames + rung.segment() - 1) / rung.segment()
                && Math.abs(FilmFacts.number(said, "millis") - rung.seconds(frames) * 1000) <= 2_000_000.0 / rung.rate()
                && keys(said).containsAll(starts(rung, frames));
        if (!asMeant) {
            throw new IOException("What was made of a film is not what was meant: " + rung + " " + said);
        }
    }

    private static Set<Long> keys(Map<String, String> said) {
        Set<Long> keys = new TreeSet<>();
        said.forEach((name, values) -> {
            if (name.startsWith("keys")) {
                Arrays.stream(values.split(" ")).map(Long::valueOf).forEach(keys::add);
            }
        });
        return keys;
    }

    private static List<Long> starts(Rung rung, long frames) {
        List<Long> starts = new ArrayList<>();
        for (long from = 0; from < frames; from += rung.segment()) {
            starts.add(Math.round(rung.seconds(from) * 1000));
        }
        return starts;
    }

    private static List<NewRendition> kept(Rung rung, Map<String, Path> files) {
        List<NewRendition> kept = new ArrayList<>();
        files.forEach((name, file) -> kept.add(new NewRendition(
                rung.name() + "/" + name,
                name.equals(LIST) ? RenditionKind.PLAYLIST : RenditionKind.SEGMENT,
                name.equals(LIST) ? Playlists.MEDIA_TYPE : "video/mp4",
                rung.width(),
                rung.height(),
                file)));
        return kept;
    }
}
