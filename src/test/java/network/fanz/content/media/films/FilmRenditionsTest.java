package network.fanz.content.media.films;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.fanz.content.media.FilmRenditions;
import network.fanz.content.media.FilmRenditions.RungProgress;
import network.fanz.content.media.Rendition;
import network.fanz.content.media.Renditions;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestFilms;
import network.fanz.testing.TestUploads;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is shown of a film: made anew, in several sizes, and looked at before it is kept. */
@Tag("database")
class FilmRenditionsTest {
    private static final RunningFanz FANZ = RunningFanz.shared();
    private static final Pattern SEGMENT = Pattern.compile("#EXTINF:([0-9.]+),\n(\\d{5}\\.m4s)");
    private static final UUID FILM =
            TestUploads.whole(FANZ, FANZ.users().verifiedCreator(), TestFilms.clip(12, 854, 480));

    private final FilmRenditions films = FANZ.bean(FilmRenditions.class);
    private final Renditions renditions = FANZ.bean(Renditions.class);

    @Test
    void everySegmentOfEveryRungDecodesByItselfAndNoneIsMissing() throws Exception {
        assertThat(films.make(FILM, "@someone 12ab")).isTrue();
        assertThat(text("master.m3u8"))
                .containsSubsequence("RESOLUTION=426x240", "240p/index.m3u8", "RESOLUTION=854x480", "480p/index.m3u8")
                .doesNotContain("720p");
        for (String rung : List.of("240p", "480p")) {
            double seconds = 0;
            Matcher segments = SEGMENT.matcher(text(rung + "/index.m3u8"));
            while (segments.find()) {
                double announced = Double.parseDouble(segments.group(1));
                assertThat(frames(rung, segments.group(2))).isEqualTo(Math.round(announced * 30));
                seconds += announced;
            }
            assertThat(seconds).isBetween(12 - 2 / 30.0, 12 + 2 / 30.0);
        }
        assertThat(films.progress(FILM)).containsExactly(new RungProgress("240p", 100), new RungProgress("480p", 100));
    }

    @Test
    void thereAreStillsAndNothingSaysWhoMadeThem() throws Exception {
        assertThat(films.make(FILM, "@someone 12ab")).isTrue();
        assertThat(renditions.of(FILM))
                .extracting(Rendition::name)
                .contains("poster.jpg", "thumbnail.jpg", "storyboard.jpg", "master.m3u8");
        for (Rendition each : renditions.of(FILM)) {
            assertThat(new String(bytes(each), StandardCharsets.ISO_8859_1)).doesNotContain("Lavf", "Lavc", "OpenH264");
        }
    }

    @Test
    void whatIsKeptIsNotMadeAgain() throws Exception {
        films.make(FILM, "@someone 12ab");
        String before = renditions.digest(FILM);
        assertThat(films.make(FILM, "@another")).isTrue();
        assertThat(renditions.digest(FILM)).isEqualTo(before);
    }

    private long frames(String rung, String segment) throws Exception {
        List<JoinedBytes.Piece> pieces = List.of(
                JoinedBytes.of(bytes(found(rung + "/init.mp4"))), JoinedBytes.of(bytes(found(rung + "/" + segment))));
        JoinedBytes film = new JoinedBytes(pieces);
        Films limits = FANZ.bean(Films.class);
        FilmTask task = limits.task("check", Duration.ofMinutes(1))
                .with("format", "mov")
                .with("size", film.size());
        Map<String, String> said = FANZ.bean(FilmProcesses.class).run(task, List.of(film), new FilmMaking() {});
        assertThat(said).containsEntry("damaged", "0");
        return FilmFacts.number(said, "frames");
    }

    private Rendition found(String name) {
        return renditions.find(FILM, name).orElseThrow();
    }

    private String text(String name) throws IOException {
        return new String(bytes(found(name)), StandardCharsets.UTF_8);
    }

    private byte[] bytes(Rendition rendition) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Channels.newInputStream(renditions.open(rendition)).transferTo(out);
        return out.toByteArray();
    }
}
