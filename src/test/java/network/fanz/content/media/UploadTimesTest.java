package network.fanz.content.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import network.fanz.common.AccountId;
import network.fanz.testing.ManualClock;
import network.fanz.testing.RawConnection;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.SignedInUser;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What uploads do as time goes by, on several nodes, and where there is an end to what an account may send. */
@Tag("database")
class UploadTimesTest {
    @Test
    void whatNobodyGoesOnWithIsDeletedAndForgottenAWeekLater() {
        ManualClock clock = new ManualClock(Instant.now());
        try (RunningFanz program = RunningFanz.at(clock)) {
            SignedInUser user = program.verifiedCreator();
            TusCaller creator = new TusCaller(program, user);
            byte[] film = TusCaller.film(3000);
            String left = creator.begin(film.length);
            creator.patch(left, 0, TusCaller.piece(film, 0, 1000));
            String whole = creator.begin(film.length);
            creator.patch(whole, 0, film);
            assertThat(creator.head(left).headers().firstValue("Upload-Expires"))
                    .isPresent();
            clock.forward(Duration.ofHours(23));
            program.users().signInAgain(user, user.client());
            creator.patch(left, 1000, TusCaller.piece(film, 1000, 2000));
            clock.forward(Duration.ofHours(23));
            program.run("media.expire");
            assertThat(creator.state(left)).isEqualTo("RECEIVING");
            clock.forward(Duration.ofHours(2));
            program.run("media.expire");
            program.users().signInAgain(user, user.client());
            assertThat(creator.head(left).statusCode()).isEqualTo(410);
            assertThat(creator.addresses(left)).isEmpty();
            assertThat(creator.stored(whole)).isEqualTo(film);
            clock.forward(Duration.ofDays(8));
            program.run("media.expire");
            program.users().signInAgain(user, user.client());
            assertThat(creator.head(left).statusCode()).isEqualTo(404);
            assertThat(creator.head(whole).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aTimeThatNoClockCanHaveMeantEndsAsLateAsIfItBeganNow() {
        ManualClock clock = new ManualClock(Instant.now());
        try (RunningFanz program = RunningFanz.at(clock)) {
            TusCaller creator = new TusCaller(program, program.verifiedCreator());
            String upload = creator.begin(3000);
            creator.database()
                    .sql("update media.upload set expires_at = expires_at + interval '10 years'")
                    .update();
            program.run("media.expire");
            assertThat(creator.state(upload)).isEqualTo("RECEIVING");
            clock.forward(Duration.ofHours(25));
            program.run("media.expire");
            assertThat(creator.state(upload)).isEqualTo("GONE");
        }
    }

    @Test
    void goesOnOnAnotherNode() {
        try (RunningFanz first = RunningFanz.start();
                RunningFanz second =
                        first.another("--fanz.objects.folder=" + first.folder().resolve("objects"))) {
            SignedInUser user = first.verifiedCreator();
            TusCaller here = new TusCaller(first, user);
            TusCaller there = new TusCaller(second, user);
            byte[] film = TusCaller.film(3_000_000);
            String upload = here.begin(film.length);
            here.patch(upload, 0, TusCaller.piece(film, 0, 300_000));
            assertThat(there.offset(upload)).isEqualTo(300_000);
            assertThat(there.patch(upload, 300_000, TusCaller.piece(film, 300_000, 2_000_000))
                            .statusCode())
                    .isEqualTo(204);
            assertThat(here.patch(upload, 2_000_000, TusCaller.piece(film, 2_000_000, film.length))
                            .statusCode())
                    .isEqualTo(204);
            assertThat(there.stored(upload)).isEqualTo(film);
        }
    }

    @Test
    void nobodySendsMoreThanTheirShare() {
        try (RunningFanz program = RunningFanz.start(
                "--fanz.media.file-max=2MB",
                "--fanz.media.unfinished-per-account=2",
                "--fanz.media.begun-per-day=6",
                "--fanz.media.bytes-per-day=5MB",
                "--fanz.media.bytes-per-account=3MB")) {
            TusCaller creator = new TusCaller(program, program.verifiedCreator());
            int mb = 1024 * 1024;
            refused(creator.post("Upload-Length", Integer.toString(2 * mb + 1)), 413, "upload-too-large");
            String first = creator.begin(2 * mb);
            refused(creator.post("Upload-Length", Integer.toString(2 * mb)), 422, "upload-space-used-up");
            creator.begin(1000);
            refused(creator.post("Upload-Length", "1"), 422, "uploads-unfinished");
            byte[] film = TusCaller.film(2 * mb);
            creator.patch(first, 0, film);
            creator.delete(first);
            String second = creator.begin(2 * mb);
            creator.patch(second, 0, film);
            creator.delete(second);
            refused(creator.post("Upload-Length", Integer.toString(2 * mb)), 429, "upload-bytes-of-the-day");
            for (int begun = 3; begun < 6; begun++) {
                creator.delete(creator.begin(1));
            }
            refused(creator.post("Upload-Length", "1"), 429, "uploads-of-the-day");
            TusCaller other = new TusCaller(program, program.verifiedCreator());
            assertThat(other.begin(1))
                    .as("what one has used up is not another's")
                    .isNotEmpty();
        }
    }

    @Test
    void whatIsSentForNothingCountsToo() {
        try (RunningFanz program =
                RunningFanz.start("--fanz.media.file-max=70MB", "--fanz.media.bytes-per-day=190MB")) {
            TusCaller creator = new TusCaller(program, program.verifiedCreator());
            byte[] film = TusCaller.film(40 * 1024 * 1024);
            String upload = creator.begin(film.length);
            String wrong = "sha1 " + Base64.getEncoder().encodeToString(new byte[20]);
            for (int sent = 0; sent < 4; sent++) {
                assertThat(creator.patch(upload, 0, film, "Upload-Checksum", wrong)
                                .statusCode())
                        .as("%s times before", sent)
                        .isEqualTo(460);
            }
            // Who is refused before the body is read is best asked with a small one.
            refused(creator.patch(upload, 0, TusCaller.piece(film, 0, 1000)), 429, "upload-bytes-of-the-day");
            refused(creator.post("Upload-Length", "1000"), 429, "upload-bytes-of-the-day");
            byte[] longer = TusCaller.film(64 * 1024 * 1024 + 1000);
            TusCaller other = new TusCaller(program, program.verifiedCreator());
            String whole = other.begin(longer.length);
            refused(other.patch(whole, 0, longer, "Upload-Checksum", wrong), 413, "upload-piece-unprovable");
            assertThat(other.addresses(whole)).isEmpty();
        }
    }

    @Test
    void aSenderWhoIsSilentLosesTheTurnAndWhatCameIsKept() throws Exception {
        try (RunningFanz program = RunningFanz.start("--fanz.intake.read-timeout=1s")) {
            TusCaller creator = new TusCaller(program, program.verifiedCreator());
            byte[] film = TusCaller.film(3000);
            String upload = creator.begin(film.length);
            try (RawConnection silent = new RawConnection(program.port(), "127.0.0.1")) {
                silent.send(creator.patchHead(upload, 0, film.length));
                silent.send(new String(TusCaller.piece(film, 0, 1000), java.nio.charset.StandardCharsets.ISO_8859_1));
                assertThat(silent.line()).startsWith("HTTP/1.1 408");
            }
            Awaitility.await().until(() -> creator.offset(upload) == 1000);
            assertThat(creator.patch(upload, 1000, TusCaller.piece(film, 1000, 3000))
                            .statusCode())
                    .isEqualTo(204);
        }
    }

    @Test
    void aSenderWhoDripsLosesTheTurn() throws Exception {
        try (RunningFanz program = RunningFanz.start("--fanz.intake.body-grace=1s")) {
            TusCaller creator = new TusCaller(program, program.verifiedCreator());
            String upload = creator.begin(1_000_000);
            try (RawConnection slow = new RawConnection(program.port(), "127.0.0.1")) {
                slow.send(creator.patchHead(upload, 0, 1_000_000));
                long since = System.nanoTime();
                Thread drip = Thread.ofVirtual().start(() -> drip(slow));
                assertThat(slow.line()).startsWith("HTTP/1.1 408");
                assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofSeconds(8));
                drip.interrupt();
            }
        }
    }

    private static void drip(RawConnection slow) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                slow.send("x");
                Thread.sleep(100);
            }
        } catch (java.io.IOException | InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatItsOwnerGetsOfTheirDataNamesTheirFiles() {
        RunningFanz program = RunningFanz.shared();
        SignedInUser user = program.verifiedCreator();
        TusCaller creator = new TusCaller(program, user);
        creator.begin(10, "Upload-Metadata", TusCaller.named("holiday.mp4"));
        assertThat(program.bean(OwnUploads.class)
                        .sections()
                        .getFirst()
                        .page(AccountId.of(user.id()), null)
                        .items())
                .singleElement()
                .satisfies(row ->
                        assertThat(row).containsEntry("name", "holiday.mp4").containsEntry("bytes", 10L));
    }

    private static void refused(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("/problems/" + type);
    }
}
