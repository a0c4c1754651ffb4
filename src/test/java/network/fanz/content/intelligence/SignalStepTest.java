package network.fanz.content.intelligence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Role;
import network.fanz.content.catalogue.ReleaseInHand;
import network.fanz.content.catalogue.Releases;
import network.fanz.content.catalogue.StepResult;
import network.fanz.content.intelligence.classifier.PictureModel;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestFilms;
import network.fanz.testing.TestUploads;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What software says of a work is kept for people, and decides nothing. */
@Tag("database")
class SignalStepTest {
    private static final RunningFanz FANZ = RunningFanz.shared();
    private static final String ANALYSES = "/api/v1/content/analyses";

    private final SignedInUser creator = FANZ.users().verifiedCreator();
    private final Signals signals = FANZ.bean(Signals.class);

    @Test
    void keepsWhatEachModelSaysForThePeopleWhoDecide() throws IOException {
        ReleaseInHand release = release("Find me on Telegram", TestUploads.picture());
        await().untilAsserted(() -> assertThat(signals.of(release.id())).isNotEmpty());
        List<Signal> kept = signals.of(release.id());
        assertThat(kept)
                .extracting(Signal::name)
                .contains(
                        "nsfw.porn",
                        "nsfw.hentai",
                        "nsfw.sexy",
                        "nsfw.drawing",
                        "nsfw.neutral",
                        "ai.marked",
                        "c2pa.present");
        assertThat(kept)
                .filteredOn(signal -> signal.model().equals(PictureModel.MOBILENET.title()))
                .allMatch(signal -> signal.version().equals(PictureModel.VERSION))
                .satisfies(all -> assertThat(
                                all.stream().mapToDouble(Signal::score).sum())
                        .isBetween(0.999, 1.001));
        assertThat(kept)
                .filteredOn(signal -> signal.score() > 0)
                .extracting(Signal::name, Signal::model)
                .contains(tuple("text.contact", "phrases: contact elsewhere"));
        String address = "/api/v1/content/releases/" + release.id() + "/signals";
        assertThat(FANZ.users()
                        .staff(Role.MODERATOR)
                        .client()
                        .api("GET", address)
                        .expect(200)
                        .body())
                .contains("text.contact", PictureModel.VERSION);
        creator.client().api("GET", address).expect(403);
    }

    @Test
    void looksAgainAndSaysTheSame() throws IOException {
        ReleaseInHand release = release("By the sea", TestUploads.picture());
        await().untilAsserted(() -> assertThat(signals.of(release.id())).isNotEmpty());
        List<Signal> first = signals.of(release.id());
        assertThat(FANZ.bean(SignalStep.class).take(release)).isEqualTo(new StepResult.Done());
        assertThat(signals.of(release.id()))
                .extracting(Signal::name, Signal::score, Signal::model)
                .isEqualTo(first.stream()
                        .map(signal -> tuple(signal.name(), signal.score(), signal.model()))
                        .toList());
    }

    @Test
    void looksAtAFrameASecondOfAFilm() throws IOException {
        ReleaseInHand release = release("A film", TestFilms.clip(3, 320, 180));
        assertThat(FANZ.bean(SignalStep.class).take(release)).isEqualTo(new StepResult.Done());
        assertThat(signals.of(release.id()))
                .filteredOn(signal -> signal.model().equals(PictureModel.MOBILENET.title()))
                .hasSize(5)
                .allSatisfy(signal -> assertThat(signal.frame()).isBetween(Duration.ZERO, Duration.ofSeconds(3)));
    }

    @Test
    void creatorsAskWhatSoftwareSaysAndNobodyElseOfTheirFiles() {
        String upload = TestUploads.whole(FANZ, creator, TestUploads.picture()).toString();
        String answer = creator.client()
                .api("POST", ANALYSES, Map.of("upload", upload, "text", "Find me on Telegram"))
                .expect(200)
                .body();
        assertThat(answer).contains("nsfw.neutral", "text.contact", PictureModel.VERSION);
        FANZ.users()
                .creator()
                .client()
                .api("POST", ANALYSES, Map.of("upload", upload))
                .expect(404);
        String begun = TestUploads.begun(FANZ, creator, TestUploads.picture()).toString();
        creator.client().api("POST", ANALYSES, Map.of("upload", begun)).expect(422);
        creator.client().api("POST", ANALYSES, Map.of()).expect(422);
        creator.client().api("POST", ANALYSES, Map.of("text", "a".repeat(4001))).expect(422);
    }

    @Test
    void whoAsksTooOftenWaits() {
        SignedInUser other = FANZ.users().creator();
        int status = 200;
        for (int time = 0; time < 60 && status == 200; time++) {
            status = other.client()
                    .api("POST", ANALYSES, Map.of("text", "By the sea"))
                    .status();
        }
        assertThat(status).isEqualTo(429);
    }

    private ReleaseInHand release(String title, byte[] file) {
        UUID upload = TestUploads.whole(FANZ, creator, file);
        String work = creator.client()
                .api("POST", "/api/v1/works", Map.of("upload", upload.toString(), "title", title))
                .expect(201)
                .text("id");
        return FANZ.bean(Releases.class).ofWork(UUID.fromString(work)).orElseThrow();
    }
}
