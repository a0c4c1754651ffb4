package network.fanz.content.compliance;

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
import network.fanz.testing.TestRecords;
import network.fanz.testing.TestUploads;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the record of somebody in a work must be for the day and the place of that work; and the pictures of documents. */
@Tag("database")
class WorkRecordsTest {
    private static final RunningFanz FANZ = RunningFanz.shared();
    private static final String PATH = "/api/v1/compliance/performers/";
    private static SignedInUser creator;
    private static SignedInUser custodian;

    @BeforeAll
    static void open() {
        creator = FANZ.users().verifiedCreator();
        custodian = FANZ.users().staff(Role.CUSTODIAN);
    }

    /** What is missing of a record, of one born and documented so, in a work of that day and place. */
    private static List<String> missing(String born, Map<String, ?> document, Map<String, ?> statement) {
        String person = TestRecords.begun(FANZ, creator, false, "Grace", "Hopper", born);
        TestRecords.scanned(FANZ, creator, person, TestRecords.documented(FANZ, creator, person, document))
                .expect(204);
        String work = TestRecords.work(FANZ, creator, "By the sea");
        TestRecords.said(FANZ, creator, work, List.of(person), statement).expect(204);
        return creator.client()
                .api("GET", "/api/v1/works/" + work + "/people")
                .expect(200)
                .json()
                .path("missing")
                .valueStream()
                .filter(gap -> gap.path("kind").asString().equals("RECORD"))
                .map(gap -> gap.path("detail").asString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "2008-02-03, Pacific/Kiritimati, 2026-02-03, true",
        "2008-02-03, Europe/Berlin, 2026-02-03, true",
        "2008-02-02, Europe/Berlin, 2026-02-03, false",
        "2008-02-03, Etc/GMT+12, 2026-02-03, false",
        "2008-02-02, '', 2026-02-03, true",
        "2008-02-01, '', 2026-02-03, false",
        "2008-02-29, Etc/GMT+12, 2026-02-28, true",
        "2008-02-29, Etc/GMT+12, 2026-03-01, false"
    })
    void theEighteenthBirthdayCountsWhereItComesLast(String born, String zone, String day, boolean refused) {
        List<String> missing = missing(born, Map.of(), Map.of("producedOn", day, "timeZone", zone));
        assertThat(!missing.isEmpty()).isEqualTo(refused);
        assertThat(missing).allMatch(words -> words.startsWith("It is not sure that the person was 18"));
    }

    @Test
    void aDocumentThatEndedAfterTheProductionDoesAndOneThatEndedBeforeItDoesNot() {
        assertThat(missing("1990-04-05", Map.of("expiresOn", "2026-03-01"), Map.of()))
                .isEmpty();
        assertThat(missing("1990-04-05", Map.of("expiresOn", "2026-02-02"), Map.of()))
                .containsExactly("Passport (DE): it had expired on the day of production, or may have.");
    }

    @Test
    void whatWasExaminedAfterTheProductionOrIsForeignToItDoesNotDo() {
        assertThat(missing("1990-04-05", Map.of("examinedOn", "2026-02-04"), Map.of()))
                .containsExactly("Passport (DE): it was examined after the day of production.");
        assertThat(missing("1990-04-05", Map.of(), Map.of("country", "US")))
                .containsExactly(
                        "Passport (DE): what was produced in the United States asks for a document issued there.");
    }

    @Test
    void aScanMakesARecordCompleteAndCustodiansAloneSeeIt() {
        String id = TestRecords.begun(FANZ, creator, false, "Grace", "Hopper", "1990-04-05");
        String document = TestRecords.documented(FANZ, creator, id, Map.of());
        byte[] picture = TestUploads.picture();
        UUID upload = TestUploads.whole(FANZ, creator, picture);
        String path = PATH + id + "/documents/" + document + "/scan";
        FANZ.users()
                .creator()
                .client()
                .api("POST", path, Map.of("upload", upload))
                .expect(404);
        creator.client().api("POST", path, Map.of("upload", upload)).expect(204);
        creator.client().api("POST", path, Map.of("upload", upload)).expectProblem(409, "upload-in-use");
        var record = creator.client().api("GET", PATH + id).expect(200).json();
        assertThat(record.path("complete").asBoolean()).isTrue();
        assertThat(record.at("/record/documents/1/receivedAt")).isEqualTo(record.at("/record/documents/0/receivedAt"));
        String look = "/records/" + id + "/scans/"
                + record.at("/record/documents/1/scan").asString();
        var seen = custodian.client().get("dash", look).expect(200);
        assertThat(seen.header("Content-Type")).startsWith("image/png");
        assertThat(seen.header("Content-Length")).isEqualTo(Integer.toString(picture.length));
        creator.client().get("dash", look).expect(403);
        FANZ.settle();
        assertThat(custodian
                        .client()
                        .api("GET", PATH + id + "/history")
                        .expect(200)
                        .body())
                .contains("compliance.look_at_scan", "compliance.add_scan");
    }

    @Test
    void whatCannotBeReadAsAPictureIsNoScan() throws IOException {
        String id = TestRecords.begun(FANZ, creator, false, "Grace", "Hopper", "1990-04-05");
        String path = PATH + id + "/documents/" + TestRecords.documented(FANZ, creator, id, Map.of()) + "/scan";
        byte[] whole = TestUploads.picture();
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(149, 400, BufferedImage.TYPE_INT_RGB), "png", small);
        for (byte[] file : List.of(
                new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0},
                Arrays.copyOf(whole, whole.length / 2),
                small.toByteArray())) {
            creator.client()
                    .api("POST", path, Map.of("upload", TestUploads.whole(FANZ, creator, file)))
                    .expectProblem(422, "invalid-field");
        }
        assertThat(creator.client()
                        .api("GET", PATH + id)
                        .expect(200)
                        .json()
                        .path("complete")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void aFilmOrSomebodyElsesFileIsNoScan() {
        String id = TestRecords.begun(FANZ, creator, false, "Grace", "Hopper", "1990-04-05");
        String path = PATH + id + "/documents/" + TestRecords.documented(FANZ, creator, id, Map.of()) + "/scan";
        byte[] film = {0, 0, 0, 24, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm', 0, 0, 2, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        creator.client()
                .api("POST", path, Map.of("upload", TestUploads.whole(FANZ, creator, film)))
                .expectProblem(422, "invalid-field");
        SignedInUser stranger = FANZ.users().verifiedCreator();
        creator.client()
                .api("POST", path, Map.of("upload", TestUploads.whole(FANZ, stranger, TestUploads.picture())))
                .expect(404);
    }

    @Test
    void aCustodianFindsTheWorksOfAPersonAndThePeopleOfAWork() {
        String person = TestRecords.begun(FANZ, creator, false, "Grace", "Hopper", "1990-04-05");
        String second = TestRecords.begun(FANZ, creator, false, "Mary", "Somerville", "1990-04-05");
        String work = TestRecords.work(FANZ, creator, "By the sea");
        TestRecords.said(FANZ, creator, work, List.of(person, second), Map.of()).expect(204);
        var works = custodian
                .client()
                .api("GET", PATH + person + "/works")
                .expect(200)
                .json();
        assertThat(works.at("/items/0/standing/work").asString()).isEqualTo(work);
        assertThat(works.at("/items/0/standing/statement/people").toString()).contains(person, second);
        creator.client().api("GET", PATH + person + "/works").expect(403);
    }
}
