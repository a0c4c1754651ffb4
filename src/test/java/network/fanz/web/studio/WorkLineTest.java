package network.fanz.web.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.content.catalogue.ReleaseState;
import network.fanz.content.catalogue.Work;
import network.fanz.content.media.FilmRenditions.RungProgress;
import network.fanz.content.media.UploadType;
import org.junit.jupiter.api.Test;

class WorkLineTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    @Test
    void saysOfAFilmThatIsMadeHowFarEachSizeIs() {
        Work film = new Work(
                UUID.randomUUID(),
                new AccountId(UUID.randomUUID()),
                "By the sea",
                "",
                List.of(),
                UploadType.MP4,
                ReleaseState.HASHED,
                null,
                NOON,
                NOON);
        WorkLine line = WorkLine.inMaking(film, List.of(new RungProgress("240p", 100), new RungProgress("480p", 40)));
        assertThat(line.next()).isEqualTo("What will be shown of it is made. 240p is ready. 480p: 40 %.");
        assertThat(line.goesOn()).isTrue();
    }
}
