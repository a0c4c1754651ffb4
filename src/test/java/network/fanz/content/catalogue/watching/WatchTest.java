package network.fanz.content.catalogue.watching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.content.catalogue.PublishedWork;
import network.fanz.content.catalogue.PublishedWorks;
import network.fanz.content.catalogue.WorkAudience;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestShop;
import network.fanz.testing.TestWorks;
import network.fanz.tools.walkthrough.AgeDesk;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who gets to see what is published, over HTTP. */
@Tag("database")
class WatchTest {
    private static final RunningFanz FANZ = RunningFanz.shared();
    private static final SignedInUser CREATOR = FANZ.users().verifiedCreator();

    private final SignedInUser fan = FANZ.users().fan();

    @Test
    void beforeTheDecisionThereIsNothingAtAnyAddress() {
        String work = TestWorks.derived(FANZ, CREATOR, "Not decided");
        TestWorks.show(CREATOR, work, WorkAudience.EVERYONE);
        AgeDesk.assure(fan.client());
        for (SignedInUser anybody : List.of(fan, CREATOR)) {
            assertThat(anybody.client().get("tube", "/watch/" + work).status()).isEqualTo(404);
            assertThat(anybody.client().get("elite", "/watch/" + work).status()).isEqualTo(404);
            anybody.client().api("GET", "/api/v1/published-works/" + work).expect(404);
            anybody.client()
                    .api("GET", "/api/v1/published-works/" + work + "/address")
                    .expect(404);
        }
        assertThat(fan.client()
                        .api("GET", "/api/v1/published-works?creator=" + CREATOR.id())
                        .body())
                .doesNotContain(work, "Not decided");
        assertThat(fan.client().get("tube", "/creators/" + CREATOR.id()).body()).doesNotContain("Not decided");
    }

    @Test
    void evenASignedAddressOpensNothingThatIsNotPublished() {
        String work = TestWorks.picture(FANZ, CREATOR, WorkAudience.EVERYONE, "Signed too early");
        AgeDesk.assure(fan.client());
        String base = address(fan, work);
        fetch(fan, base).expect(200);
        for (String state : List.of("REVIEW", "HELD", "SEALED", "REJECTED", "WITHDRAWN", "RECEIVED")) {
            stand(work, state);
            fetch(fan, base).expect(404);
        }
        stand(work, "PUBLISHED");
        fetch(fan, base).expect(200);
    }

    @Test
    void whoeverHasNotShownTheirAgeIsToldSoAndGetsNoByte() {
        String work = TestWorks.picture(FANZ, CREATOR, WorkAudience.EVERYONE, "For adults");
        fan.client().api("GET", "/api/v1/published-works/" + work + "/address").expectProblem(403, "age-not-assured");
        for (ProgramClient young : List.of(fan.client(), FANZ.client())) {
            HttpAnswer page = young.get("tube", "/watch/" + work).expect(200);
            assertThat(page.body())
                    .contains("Show your age first", "/age/proof?work=" + work)
                    .doesNotContain("/media/");
            assertThat(young.get("tube", "/").expect(200).body())
                    .contains("For adults")
                    .doesNotContain("/media/");
        }
        assertThat(fan.client().get("tube", "/age").body()).doesNotContain("/media/");
        fan.client().api("GET", "/api/v1/published-works/" + work + "/address").expectProblem(403, "age-not-assured");
    }

    @Test
    void theWayFromAWorkToAProofOfAgeAndBackIsOneThatPeopleCanGo() {
        String work = TestWorks.picture(FANZ, CREATOR, WorkAudience.EVERYONE, "Come back to me");
        HttpAnswer shut = fan.client().get("tube", "/watch/" + work).expect(200);
        String way = shut.body().replaceAll("(?s).*href=\"[^\"]*(/age/proof[^\"]*)\".*", "$1");
        assertThat(way).isEqualTo("/age/proof?work=" + work);
        HttpAnswer asks = fan.client().get("tube", way).expect(200);
        HttpAnswer vendor =
                fan.client().submitForm(asks, "/age/proof", Map.of()).expect(200);
        fan.client()
                .submitForm(vendor, vendor.path(), Map.of("outcome", "by_document_and_face"))
                .expect(200);
        AgeDesk.awaitWords(fan.client(), "Your age is known");
        assertThat(fan.client().get("tube", way + "&back").expect(200).path()).isEqualTo("/watch/" + work);
        assertThat(fan.client().get("tube", "/watch/" + work).expect(200).body())
                .contains("/media/", "/report/" + work);
    }

    @Test
    void strangersFromOnePlaceBeginOnlySoManyProofs() {
        try (RunningFanz narrow = FANZ.another("--fanz.limits.age-check=5/3600s/3")) {
            int begun = 0;
            for (int stranger = 0; stranger < 12; stranger++) {
                ProgramClient client = narrow.users().anonymousClient();
                HttpAnswer page = client.get("tube", "/age/proof").expect(200);
                begun += client.submitForm(page, "/age/proof", Map.of()).status() == 429 ? 0 : 1;
            }
            assertThat(begun).as("of twelve").isBetween(1, 8);
        }
    }

    @Test
    void whereNobodyKnowsThePlaceAnEstimateIsNotEnoughAndARefusalIsOne() {
        String work = TestWorks.picture(FANZ, CREATOR, WorkAudience.EVERYONE, "Strict");
        AgeDesk.show(fan.client(), "by_face");
        Awaitility.await().untilAsserted(() -> assertThat(proofs(fan)).containsExactly("ASSURED FACE_ESTIMATE"));
        refuses(fan, work, "age-not-assured");
        AgeDesk.show(fan.client(), "too_young");
        AgeDesk.awaitWords(fan.client(), "did not find that you are of age");
        refuses(fan, work, "age-not-assured");
        AgeDesk.assure(fan.client());
        fetch(fan, address(fan, work)).expect(200);
    }

    @Test
    void withoutAnAccountTheProofCountsForTheVisit() {
        String work = TestWorks.picture(FANZ, CREATOR, WorkAudience.EVERYONE, "Without an account");
        ProgramClient visitor = FANZ.client();
        AgeDesk.assure(visitor);
        String base = base(visitor.get("tube", "/watch/" + work).expect(200));
        HttpAnswer picture = visitor.get("tube", base + "picture.jpg").expect(200);
        assertThat(picture.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(picture.header("Cache-Control")).isEqualTo("no-store");
        assertThat(picture.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(picture.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(FANZ.client().get("tube", base + "picture.jpg").status()).isEqualTo(404);
        assertThat(FANZ.client().get("tube", "/watch/" + work).body()).contains("Show your age first");
    }

    @Test
    void aPassOpensWhatIsForSupportersAndOnceItIsGivenBackNothing() {
        String work = TestWorks.picture(FANZ, CREATOR, WorkAudience.SUPPORTERS, "For supporters");
        AgeDesk.assure(fan.client());
        refuses(fan, work, "pass-needed");
        assertThat(fan.client().get("elite", "/watch/" + work).expect(200).body())
                .contains("opens this work")
                .doesNotContain("/media/");
        assertThat(fan.client()
                        .get("elite", "/creators/" + CREATOR.id())
                        .expect(200)
                        .body())
                .contains("For supporters")
                .doesNotContain(release(work));
        TestShop shop = new TestShop(FANZ);
        String pass = shop.offerPass(CREATOR, "500").expect(201).text("id");
        HttpAnswer payment = shop.buyPass(fan, pass).expect(201);
        shop.card(payment, TestShop.PAYS);
        shop.settled(fan, payment);
        Awaitility.await()
                .until(() -> fan.client()
                                .api("GET", "/api/v1/published-works/" + work + "/address")
                                .status()
                        == 200);
        String base = address(fan, work);
        fetch(fan, base).expect(200);
        assertThat(fan.client().get("elite", "/library").expect(200).body()).contains("For supporters", "/media/");
        database()
                .sql("insert into catalogue.revocation (payment, revoked_at) values (?::uuid, now())")
                .param(payment.text("id"))
                .update();
        fetch(fan, base).expect(404);
        refuses(fan, work, "pass-needed");
    }

    @Test
    void whatIsTakenBackIsDeadAtOnceOnEveryNode() {
        String work = TestWorks.picture(FANZ, CREATOR, WorkAudience.EVERYONE, "Taken back soon");
        AgeDesk.assure(fan.client());
        String base = address(fan, work);
        try (RunningFanz other = FANZ.another("--fanz.objects.folder=" + objects())) {
            ProgramClient there = fan.client().forProgram(other.address());
            assertThat(there.get("tube", base + "picture.jpg").status()).isEqualTo(200);
            CREATOR.client()
                    .api("POST", "/api/v1/works/" + work + "/withdrawal")
                    .expect(204);
            assertThat(there.get("tube", base + "picture.jpg").status()).isEqualTo(404);
            assertThat(there.get("tube", "/watch/" + work).status()).isEqualTo(404);
        }
        fetch(fan, base).expect(404);
        assertThat(fan.client().get("tube", "/").body()).doesNotContain("Taken back soon");
    }

    @Test
    void anAddressIsGoodForItsSessionAndItsTimeAlone() {
        String work = TestWorks.picture(FANZ, CREATOR, WorkAudience.EVERYONE, "Mine");
        AgeDesk.assure(fan.client());
        SignedInUser other = FANZ.users().fan();
        AgeDesk.assure(other.client());
        String base = address(fan, work);
        fetch(other, base).expect(404);
        assertThat(fan.client().get("tube", base + "nothing.jpg").status()).isEqualTo(404);
        assertThat(fan.client().get("tube", base + "../picture.jpg").status()).isIn(400, 404);
        MediaTokens tokens = FANZ.bean(MediaTokens.class);
        PublishedWork found =
                FANZ.bean(PublishedWorks.class).find(UUID.fromString(work)).orElseThrow();
        UUID session = session(fan);
        String over = tokens.sign(
                found.release(), found.version(), session, tokens.now().minusSeconds(1));
        String before = tokens.sign(
                found.release(), found.version() - 1, session, tokens.now().plusSeconds(60));
        String good = tokens.sign(
                found.release(), found.version(), session, tokens.now().plusSeconds(60));
        fetch(fan, "/media/" + over + "/").expect(404);
        fetch(fan, "/media/" + before + "/").expect(404);
        fetch(fan, "/media/" + good + "/").expect(200);
        HttpAnswer none = fetch(fan, "/media/" + "A".repeat(80) + "/");
        assertThat(none.json().path("detail"))
                .isEqualTo(fetch(other, base).json().path("detail"));
    }

    @Test
    void aStretchIsSentWhereOneIsAskedFor() {
        String work = TestWorks.picture(FANZ, CREATOR, WorkAudience.EVERYONE, "In parts");
        AgeDesk.assure(fan.client());
        String picture = address(fan, work) + "picture.jpg";
        HttpAnswer whole = fan.client().send("GET", "tube", picture, null, null).expect(200);
        long length = Long.parseLong(String.valueOf(whole.header("Content-Length")));
        String tag = String.valueOf(whole.header("ETag"));
        HttpAnswer head = fan.client().send("HEAD", "tube", picture, null, null).expect(200);
        assertThat(head.header("Content-Length")).isEqualTo(Long.toString(length));
        assertThat(head.body()).isEmpty();
        ProgramClient ranged = fan.client().forProgram(FANZ.address()).withHeader("Range", "bytes=10-19");
        HttpAnswer part = ranged.send("GET", "tube", picture, null, null).expect(206);
        assertThat(part.header("Content-Range")).isEqualTo("bytes 10-19/" + length);
        assertThat(part.header("Content-Length")).isEqualTo("10");
        ranged.withHeader("If-Range", "\"other\"")
                .send("GET", "tube", picture, null, null)
                .expect(200);
        ranged.withHeader("If-Range", tag)
                .send("GET", "tube", picture, null, null)
                .expect(206);
        ranged.withHeader("Range", "bytes=" + length + "-")
                .send("GET", "tube", picture, null, null)
                .expect(416);
    }

    @Test
    void aProofThatIsOverWhereTheViewerIsClosesWhatWasOpen() {
        String work = TestWorks.picture(FANZ, CREATOR, WorkAudience.EVERYONE, "Open for a while");
        AgeDesk.assure(fan.client());
        String base = address(fan, work);
        fetch(fan, base).expect(200);
        database()
                .sql(
                        "update compliance.age_proof set assured_at = now() - interval '61 minutes' where viewer = ?::uuid")
                .param(fan.id())
                .update();
        fetch(fan, base).expect(404);
        refuses(fan, work, "age-not-assured");
    }

    @Test
    void aCreatorSaysForWhomAndNobodyElseDoes() {
        String work = TestWorks.derived(FANZ, CREATOR, "For whom");
        String path = "/studio/works/" + work + "/showing";
        HttpAnswer form = CREATOR.client().get("tube", path).expect(200);
        assertThat(form.body()).contains("value=\"SUPPORTERS\" checked");
        CREATOR.client().submitForm(form, path, Map.of("audience", "EVERYONE", "warns-BLOOD", "true"));
        HttpAnswer now = CREATOR.client()
                .api("GET", "/api/v1/works/" + work + "/showing")
                .expect(200);
        assertThat(now.text("audience")).isEqualTo("EVERYONE");
        assertThat(now.body()).contains("BLOOD").doesNotContain("NUDITY");
        assertThat(CREATOR.client()
                        .submitForm(form, path, Map.of("audience", "NOBODY"))
                        .status())
                .isEqualTo(422);
        SignedInUser other = FANZ.users().creator();
        other.client().api("GET", "/api/v1/works/" + work + "/showing").expect(404);
        other.client()
                .api("PUT", "/api/v1/works/" + work + "/showing", Map.of("audience", "EVERYONE"))
                .expect(404);
        assertThat(other.client().get("tube", path).status()).isEqualTo(404);
    }

    private static void refuses(SignedInUser viewer, String work, String problem) {
        viewer.client()
                .api("GET", "/api/v1/published-works/" + work + "/address")
                .expectProblem(403, problem);
    }

    private static String address(SignedInUser viewer, String work) {
        return viewer.client()
                .api("GET", "/api/v1/published-works/" + work + "/address")
                .expect(200)
                .text("base");
    }

    private static HttpAnswer fetch(SignedInUser viewer, String base) {
        return viewer.client().send("GET", "tube", base + "picture.jpg", null, null);
    }

    private static String base(HttpAnswer page) {
        return page.body().replaceAll("(?s).*?src=\"(/media/[^/]+/)picture\\.jpg\".*", "$1");
    }

    private static UUID session(SignedInUser viewer) {
        return database()
                .sql("select id from identity.session where account_id = ?::uuid order by last_seen_at desc limit 1")
                .param(viewer.id())
                .query(UUID.class)
                .single();
    }

    private static List<String> proofs(SignedInUser viewer) {
        return database()
                .sql("select state || ' ' || method from compliance.age_proof where viewer = ?::uuid")
                .param(viewer.id())
                .query(String.class)
                .list();
    }

    private static String release(String work) {
        return database()
                .sql("select id from catalogue.release where work = ?::uuid")
                .param(work)
                .query(String.class)
                .single();
    }

    private static void stand(String work, String state) {
        database()
                .sql(
                        "update catalogue.release set state = :state, held_in = case when :state = 'HELD' then 'REVIEW' end where work = :work::uuid")
                .param("state", state)
                .param("work", work)
                .update();
    }

    private static String objects() {
        return FANZ.bean(Environment.class)
                .getProperty(
                        "fanz.objects.folder", FANZ.folder().resolve("objects").toString());
    }

    private static JdbcClient database() {
        return JdbcClient.create(FANZ.database().asOwner());
    }
}
