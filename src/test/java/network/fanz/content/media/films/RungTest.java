package network.fanz.content.media.films;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RungTest {
    @Test
    void theLadderIsNeverAboveTheFilm() {
        assertThat(names(new FilmFacts(60_000, 1920, 1080, 30_000, true))).containsExactly("240p", "480p", "720p");
        assertThat(names(new FilmFacts(60_000, 640, 479, 30_000, true))).containsExactly("240p");
        assertThat(names(new FilmFacts(60_000, 160, 90, 30_000, true))).containsExactly("90p");
    }

    @Test
    void aFilmThatStandsUprightHasItsShorterSideAcross() {
        Rung rung = Rung.of(new FilmFacts(60_000, 1080, 1920, 30_000, true)).getFirst();
        assertThat(rung.width()).isEqualTo(240);
        assertThat(rung.height()).isEqualTo(426);
    }

    @Test
    void everyRungHasTheSameFramesInASegment() {
        List<Rung> ladder = Rung.of(new FilmFacts(60_000, 1920, 1080, 59_940, true));
        assertThat(ladder).allSatisfy(rung -> {
            assertThat(rung.rate()).isEqualTo(29_970);
            assertThat(rung.segment()).isEqualTo(150);
        });
    }

    private static List<String> names(FilmFacts film) {
        return Rung.of(film).stream().map(Rung::name).toList();
    }
}
