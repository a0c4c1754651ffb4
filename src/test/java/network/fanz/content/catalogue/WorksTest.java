package network.fanz.content.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import network.fanz.common.Role;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestUploads;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.SignedInUser;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A creator's works, over HTTP. */
@Tag("database")
class WorksTest {
    private static final RunningFanz FANZ = RunningFanz.shared();

    private final SignedInUser creator = FANZ.users().verifiedCreator();

    @Test
    void aWorkOfAWholeFileGoesThroughItsChecksAndIsNotShown() {
        String work = begin(TestUploads.whole(FANZ, creator, TestUploads.picture()), "By the sea")
                .expect(201)
                .text("id");
        Awaitility.await().untilAsserted(() -> assertThat(state(work)).isEqualTo("HELD"));
        HttpAnswer seen = creator.client().api("GET", "/api/v1/works/" + work).expect(200);
        assertThat(seen.text("cause")).isEqualTo("RECORDS_MISSING");
        assertThat(seen.text("title")).isEqualTo("By the sea");
        assertThat(creator.client().get("tube", "/studio/works").expect(200).body())
                .contains("By the sea", "Held", "Something is missing about the people in it");
    }

    @Test
    void tagsAreKeptInOneFormAndAreWhatADecisionIsAbout() {
        UUID upload = TestUploads.whole(FANZ, creator, TestUploads.picture());
        Map<String, Object> begun = Map.of(
                "upload", upload.toString(), "title", "Tagged", "tags", List.of("#Beach", "slow-motion", "beach"));
        HttpAnswer work = creator.client().api("POST", "/api/v1/works", begun).expect(201);
        assertThat(work.json().path("tags").toString()).isEqualTo("[\"beach\",\"slow-motion\"]");
        UUID id = UUID.fromString(work.text("id"));
        Releases releases = FANZ.bean(Releases.class);
        UUID release = releases.ofWork(id).orElseThrow().id();
        assertThat(releases.words(release).text()).endsWith("beach slow-motion");
        Awaitility.await()
                .untilAsserted(() -> assertThat(state(work.text("id"))).isEqualTo("HELD"));
        String digest = releases.digest(release);
        JdbcClient owner = JdbcClient.create(FANZ.database().asOwner());
        owner.sql("update catalogue.release set tags = null where id = ?")
                .param(release)
                .update();
        assertThat(releases.digest(release)).isNotEqualTo(digest);
        assertThat(creator.client().get("tube", "/studio/works").body()).contains("Tagged");
    }

    @Test
    void aTagThatIsNoneIsSaidBesideItsField() {
        UUID upload = TestUploads.whole(FANZ, creator, TestUploads.picture());
        String path = "/studio/uploads/" + upload + "/work";
        HttpAnswer form = creator.client().get("tube", path).expect(200);
        HttpAnswer refused = creator.client().submitForm(form, path, Map.of("title", "A", "tags", "good, no_good"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("A tag has 2 to 32", "tags-error", "good, no_good");
        creator.client().submitForm(form, path, Map.of("title", "A", "tags", "Good #fine"));
        assertThat(creator.client().get("tube", "/studio/works").body()).contains("#good", "#fine");
    }

    @Test
    void whatIsNoFilmBehindAFilmsFirstBytesDoesNotComeAndAFlatPictureIsNotTakenForClean() throws IOException {
        byte[] film = {0, 0, 0, 24, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm', 0, 0, 2, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        String work = begin(TestUploads.whole(FANZ, creator, film), "A film")
                .expect(201)
                .text("id");
        ByteArrayOutputStream flat = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB), "png", flat);
        String black = begin(TestUploads.whole(FANZ, creator, flat.toByteArray()), "Night")
                .expect(201)
                .text("id");
        Awaitility.await().untilAsserted(() -> assertThat(state(work)).isEqualTo("REJECTED"));
        Awaitility.await().untilAsserted(() -> assertThat(state(black)).isEqualTo("HELD"));
        assertThat(creator.client().api("GET", "/api/v1/works/" + black).text("cause"))
                .isEqualTo("SAYS_TOO_LITTLE");
    }

    @Test
    void aBrokenPictureIsRefusedInWords() {
        byte[] half = Arrays.copyOf(TestUploads.picture(), 400);
        String work = begin(TestUploads.whole(FANZ, creator, half), "Half")
                .expect(201)
                .text("id");
        Awaitility.await().untilAsserted(() -> assertThat(state(work)).isEqualTo("REJECTED"));
        assertThat(creator.client().get("tube", "/studio/works").body()).contains("The file cannot be read");
    }

    @Test
    void nobodyElseHasSuchAWork() {
        String work = begin(TestUploads.whole(FANZ, creator, TestUploads.picture()), "By the sea")
                .expect(201)
                .text("id");
        SignedInUser other = FANZ.users().creator();
        other.client().api("GET", "/api/v1/works/" + work).expect(404);
        other.client().api("POST", "/api/v1/works/" + work + "/withdrawal").expect(404);
        assertThat(other.client().get("tube", "/studio/works").body()).doesNotContain(work, "By the sea");
        FANZ.users().fan().client().api("GET", "/api/v1/works/" + work).expect(403);
        FANZ.users()
                .staff(Role.MODERATOR)
                .client()
                .api("GET", "/api/v1/works/" + work)
                .expect(403);
        FANZ.client().api("GET", "/api/v1/works/" + work).expect(401);
    }

    @Test
    void onlyAWholeFileOfOnesOwnMakesAWorkAndItMakesOne() {
        begin(TestUploads.begun(FANZ, creator, TestUploads.picture()), "A").expectProblem(409, "upload-not-whole");
        SignedInUser other = FANZ.users().verifiedCreator();
        begin(TestUploads.whole(FANZ, other, TestUploads.picture()), "A").expect(404);
        begin(UUID.randomUUID(), "A").expect(404);
        UUID upload = TestUploads.whole(FANZ, creator, TestUploads.picture());
        begin(upload, "A").expect(201);
        begin(upload, "A").expectProblem(409, "upload-in-use");
        HttpAnswer page = creator.client().get("tube", "/studio/uploads").expect(200);
        assertThat(page.body()).contains("In use").doesNotContain("/studio/uploads/" + upload + "/deletion");
        creator.client()
                .get("tube", "/studio/uploads/" + UUID.randomUUID() + "/work")
                .expect(404);
    }

    @Test
    void anAnswerOfTheMomentIsNotKeptUnderItsKey() {
        byte[] picture = TestUploads.picture();
        UUID upload = TestUploads.begun(FANZ, creator, picture);
        Map<String, String> work = Map.of("upload", upload.toString(), "title", "A");
        String key = UUID.randomUUID().toString();
        creator.client().apiWithKey("POST", "/api/v1/works", work, key).expectProblem(409, "upload-not-whole");
        TestUploads.goOn(FANZ, creator, upload, picture.length, new byte[1]);
        creator.client().apiWithKey("POST", "/api/v1/works", work, key).expect(201);
    }

    @Test
    void aFileWhoseWorkHasEndedIsGoneForItsCreator() {
        SignedInUser other = FANZ.users().verifiedCreator();
        UUID upload = TestUploads.whole(FANZ, other, TestUploads.picture());
        Map<String, String> begun = Map.of("upload", upload.toString(), "title", "Taken back");
        String work =
                other.client().api("POST", "/api/v1/works", begun).expect(201).text("id");
        assertThat(other.client().get("tube", "/studio/uploads").body()).contains("In use");
        other.client().api("POST", "/api/v1/works/" + work + "/withdrawal").expect(204);
        assertThat(other.client().get("tube", "/studio/uploads").body()).doesNotContain("In use");
        other.client().api("POST", "/api/v1/works", begun).expect(404);
    }

    @Test
    void badWordsAreRefusedBesideTheirField() {
        UUID upload = TestUploads.whole(FANZ, creator, TestUploads.picture());
        begin(upload, " ").expect(422);
        begin(upload, "x".repeat(NewWork.TITLE_MAX + 1)).expect(422);
        begin(upload, "Pay 4242 4242 4242 4242").expect(422);
        creator.client().api("POST", "/api/v1/works", Map.of("title", "A")).expect(422);
        HttpAnswer form = creator.client()
                .get("tube", "/studio/uploads/" + upload + "/work")
                .expect(200);
        HttpAnswer again = creator.client()
                .submitForm(
                        form, "/studio/uploads/" + upload + "/work", Map.of("title", " ", "description", "Kept words"));
        assertThat(again.body()).contains("title-error", "Kept words");
    }

    @Test
    void isMadeByTheFormAndTakenBackOnce() {
        UUID upload = TestUploads.whole(FANZ, creator, TestUploads.picture());
        HttpAnswer form = creator.client()
                .get("tube", "/studio/uploads/" + upload + "/work")
                .expect(200);
        creator.client()
                .submitForm(
                        form, "/studio/uploads/" + upload + "/work", Map.of("title", "Made here", "description", ""));
        HttpAnswer list = creator.client().get("tube", "/studio/works").expect(200);
        assertThat(list.body()).contains("Made here");
        String work = creator.client()
                .api("GET", "/api/v1/works")
                .expect(200)
                .json()
                .at("/items/0/id")
                .asString();
        creator.client().submitForm(list, "/studio/works/" + work + "/withdrawal", Map.of());
        creator.client().api("POST", "/api/v1/works/" + work + "/withdrawal").expect(204);
        assertThat(state(work)).isEqualTo("WITHDRAWN");
    }

    private HttpAnswer begin(UUID upload, String title) {
        return creator.client().api("POST", "/api/v1/works", Map.of("upload", upload.toString(), "title", title));
    }

    private String state(String work) {
        return creator.client().api("GET", "/api/v1/works/" + work).expect(200).text("state");
    }
}
