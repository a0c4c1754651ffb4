package network.fanz.content.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import network.fanz.common.Role;
import network.fanz.content.intelligence.Drawings;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Banks of hashes through the API and the pages of the staff. */
@Tag("database")
class HashBankDoorsTest {
    private static final RunningFanz FANZ = RunningFanz.shared();
    private static final String API = "/api/v1/moderation/banks";
    private static final String SHA1 = "da39a3ee5e6b4b0d3255bfef95601890afd80709";

    private static final JdbcClient DATABASE = JdbcClient.create(FANZ.database().asOwner());

    private static SignedInUser moderator;
    private static SignedInUser custodian;

    private final String name = "bank " + UUID.randomUUID();

    @BeforeAll
    static void invite() {
        moderator = FANZ.users().staff(Role.MODERATOR);
        custodian = FANZ.users().staff(Role.CUSTODIAN);
    }

    @Test
    void looksUpAPictureAsTheReferenceHashesIt() throws Exception {
        String[] expected = Drawings.lineOf("drawing-0010.png").split(",");
        String bank = made("OWN_BANNED", moderator);
        add(bank, moderator, "PDQ", expected[8]).expect(200);
        JsonNode found = lookUp(moderator, Drawings.file("drawing-0010.png"));
        assertThat(found.path("pdq").asString()).isEqualTo(expected[4]);
        assertThat(found.path("quality").asInt()).isEqualTo(Integer.parseInt(expected[3]));
        assertThat(found.path("looks").get(0).path("forms").path("FLIPPED_X").asString())
                .isEqualTo(expected[8]);
        assertThat(found.path("matches")).singleElement().satisfies(match -> {
            assertThat(match.path("bank").asString()).isEqualTo(bank);
            assertThat(match.path("exact").asBoolean()).isFalse();
            assertThat(match.path("distance").asInt()).isZero();
        });
        withdrawAll(bank, moderator);
        assertThat(lookUp(moderator, Drawings.file("drawing-0010.png")).path("matches"))
                .isEmpty();
    }

    @Test
    void saysWhyAFileCannotBeHashed() throws Exception {
        JsonNode found = lookUp(moderator, "no picture".getBytes(StandardCharsets.UTF_8));
        assertThat(found.path("refusal").asString()).isEqualTo("NOT_A_PICTURE");
        assertThat(found.path("hashable").asBoolean()).isFalse();
        assertThat(found.path("pdq").isNull()).isTrue();
        assertThat(found.path("answer").asString()).isEqualTo("UNHASHABLE");
        assertThat(found.path("why").asString()).startsWith("This is no JPEG");
        assertThat(found.path("md5").asString()).hasSize(32);
    }

    @Test
    void moderatorsLearnNothingOfChildSafetyBanks() throws Exception {
        String bank = made("CHILD_SAFETY", custodian);
        JsonNode file = lookUp(custodian, Drawings.file("drawing-0016.png"));
        add(bank, custodian, "SHA256", file.path("sha256").asString()).expect(200);
        assertThat(lookUp(custodian, Drawings.file("drawing-0016.png")).path("matches"))
                .hasSize(1);
        assertThat(lookUp(moderator, Drawings.file("drawing-0016.png")).path("matches"))
                .isEmpty();
        moderator.client().api("GET", API + "/" + bank).expectProblem(404, "not-found");
        moderator.client().get("dash", "/moderation/banks/" + bank).expect(404);
        assertThat(moderator
                        .client()
                        .get("dash", "/moderation/banks")
                        .expect(200)
                        .body())
                .doesNotContain(name);
        assertThat(custodian
                        .client()
                        .get("dash", "/moderation/banks")
                        .expect(200)
                        .body())
                .contains(name, "Child safety");
        moderator
                .client()
                .api("POST", API, Map.of("name", "mine", "source", "me", "meaning", "CHILD_SAFETY"))
                .expectProblem(403, "forbidden");
        withdrawAll(bank, custodian);
    }

    @Test
    void whatAChildSafetyBankHoldsIsShownAfterARecentProof() {
        String bank = made("CHILD_SAFETY", custodian);
        add(bank, custodian, "SHA1", SHA1).expect(200);
        SignedInUser other = FANZ.users().staff(Role.CUSTODIAN);
        letGrowOld(other);
        other.client().api("GET", API + "/" + bank + "/hashes").expectProblem(403, "fresh-proof-needed");
        assertThat(other.client()
                        .get("dash", "/moderation/banks/" + bank)
                        .expect(200)
                        .body())
                .contains("is shown after a recent proof", "Confirm that it is you")
                .doesNotContain(SHA1.substring(32));
        assertThat(custodian
                        .client()
                        .get("dash", "/moderation/banks/" + bank)
                        .expect(200)
                        .body())
                .contains(SHA1.substring(32));
        withdrawAll(bank, custodian);
    }

    @Test
    void aListWithABadHashAddsNothing() {
        String bank = made("OWN_BANNED", moderator);
        Map<String, String> good = Map.of("algorithm", "SHA1", "hash", SHA1);
        Map<String, String> bad = Map.of("algorithm", "MD5", "hash", SHA1);
        assertThat(moderator
                        .client()
                        .api("POST", API + "/" + bank + "/hashes", Map.of("hashes", List.of(good, bad)))
                        .expectProblem(422, "invalid-field")
                        .body())
                .contains("Nothing was added", "2.");
        assertThat(moderator
                        .client()
                        .api("GET", API + "/" + bank)
                        .json()
                        .path("hashes")
                        .asInt())
                .isZero();
    }

    @Test
    void aModeratorMakesFillsSearchesAndEmptiesABankOnThePages() {
        HttpAnswer list = moderator.client().get("dash", "/moderation/banks").expect(200);
        HttpAnswer page = moderator
                .client()
                .submitForm(
                        list, "/moderation/banks", Map.of("name", name, "source", "our own", "meaning", "own_banned"))
                .expect(200);
        assertThat(page.body()).contains("The bank is made", name, "No hash stands here");
        String path = page.path();
        HttpAnswer refused = moderator
                .client()
                .submitForm(page, path + "/hashes", Map.of("algorithm", "sha1", "hashes", SHA1 + "\nnonsense"));
        assertThat(refused.expect(422).body()).contains("id=\"hashes-error\"", "that is too long: 2.");
        HttpAnswer filled = moderator
                .client()
                .submitForm(page, path + "/hashes", Map.of("algorithm", "sha1", "hashes", SHA1 + ", case 9"))
                .expect(200);
        assertThat(filled.body()).contains("Added: 1. Known before: 0.", "case 9", "In force");
        HttpAnswer found = moderator
                .client()
                .submitForm(list, "/moderation/banks/search", Map.of("algorithm", "sha1", "hash", SHA1));
        assertThat(found.expect(200).body()).contains("What this hash matches", "the same file", path + "/hashes/");
        String one = found.body().replaceFirst("(?s).*(" + path + "/hashes/[0-9]+).*", "$1");
        HttpAnswer withdrawn = moderator
                .client()
                .submitForm(
                        moderator.client().get("dash", one).expect(200),
                        one + "/withdrawal",
                        Map.of("because", "it was a mistake"));
        assertThat(withdrawn.expect(200).body()).contains("it matches no more", "Withdrawn");
        assertThat(moderator.client().get("dash", one).body()).contains("it was a mistake");
        HttpAnswer off = moderator.client().submitForm(withdrawn, path + "/switch", Map.of());
        assertThat(off.expect(200).body()).contains("switched off", "Off: nothing in it matches");
    }

    @Test
    void twoPeopleSwitchABankForChildSafetyOff() {
        SignedInUser second = FANZ.users().administrator();
        String bank = made("CHILD_SAFETY", custodian);
        assertThat(switched(bank, custodian, false)
                        .expect(200)
                        .json()
                        .path("enabled")
                        .asBoolean())
                .isTrue();
        assertThat(switched(bank, custodian, false)
                        .expect(200)
                        .json()
                        .path("enabled")
                        .asBoolean())
                .as("asked again by the same")
                .isTrue();
        switched(bank, second, false).expectProblem(409, "second-custodian-needed");
        switched(bank, custodian, true).expect(200);
        assertThat(switched(bank, second, false)
                        .expect(200)
                        .json()
                        .path("offAsked")
                        .path("by")
                        .asString())
                .isEqualTo(second.id());
        DATABASE.sql("update moderation.hash_bank set off_asked_at = now() - interval '25 hours' where id = ?::uuid")
                .param(bank)
                .update();
        assertThat(switched(bank, custodian, false)
                        .expect(200)
                        .json()
                        .path("enabled")
                        .asBoolean())
                .as("asked a day ago")
                .isTrue();
    }

    @Test
    void whoIsIndependentOfWhoeverAskedSwitchesItOff() {
        SignedInUser second = FANZ.users().staff(Role.CUSTODIAN);
        String bank = made("CHILD_SAFETY", custodian);
        switched(bank, custodian, false).expect(200);
        String page = "/moderation/banks/" + bank;
        HttpAnswer seen = second.client().get("dash", page).expect(200);
        assertThat(seen.body()).contains("would switch it off", "Keep it on");
        HttpAnswer off = second.client().submitForm(seen, page + "/switch", Map.of("enabled", "no"));
        assertThat(off.expect(200).body()).contains("Off: nothing in it matches");
    }

    @Test
    void noMoreThanTenOfABankForChildSafetyAreWithdrawnInADay() {
        String bank = made("CHILD_SAFETY", custodian);
        for (int i = 0; i < 11; i++) {
            add(bank, custodian, "SHA1", String.format("%040x", i)).expect(200);
        }
        List<String> hashes = custodian
                .client()
                .api("GET", API + "/" + bank + "/hashes?limit=200")
                .json()
                .path("items")
                .findValuesAsString("id");
        for (String hash : hashes.subList(0, 10)) {
            withdrawn(bank, hash).expect(204);
        }
        withdrawn(bank, hashes.getFirst()).expect(204);
        withdrawn(bank, hashes.getLast()).expectProblem(409, "withdrawn-enough");
    }

    private static HttpAnswer withdrawn(String bank, String hash) {
        return custodian
                .client()
                .api("POST", API + "/" + bank + "/hashes/" + hash + "/withdrawal", Map.of("because", "a test"));
    }

    private static HttpAnswer switched(String bank, SignedInUser by, boolean enabled) {
        return by.client().api("POST", API + "/" + bank + "/switch", Map.of("enabled", enabled));
    }

    private String made(String meaning, SignedInUser by) {
        return by.client()
                .api("POST", API, Map.of("name", name, "source", "a test", "meaning", meaning))
                .expect(201)
                .text("id");
    }

    private static HttpAnswer add(String bank, SignedInUser by, String algorithm, String hash) {
        return by.client()
                .api(
                        "POST",
                        API + "/" + bank + "/hashes",
                        Map.of("hashes", List.of(Map.of("algorithm", algorithm, "hash", hash))));
    }

    private static void withdrawAll(String bank, SignedInUser by) {
        by.client()
                .api("GET", API + "/" + bank + "/hashes?limit=200")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(hash -> hash.path("withdrawal").isNull())
                .forEach(hash -> by.client()
                        .api(
                                "POST",
                                API + "/" + bank + "/hashes/" + hash.path("id").asLong() + "/withdrawal",
                                Map.of("because", "a test is over"))
                        .expect(204));
    }

    private static void letGrowOld(SignedInUser person) {
        JdbcClient.create(FANZ.database().asOwner())
                .sql(
                        "update identity.session set fresh_at = fresh_at - interval '1 hour' where account_id = cast(? as uuid)")
                .param(person.id())
                .update();
    }

    private static JsonNode lookUp(SignedInUser by, byte[] file) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + FANZ.port() + "/api/v1/moderation/hashes"))
                .header("Host", by.client().host("api"))
                .header("Authorization", "Bearer " + by.client().token())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            AtomicReference<HttpResponse<String>> last = new AtomicReference<>();
            await().until(() -> {
                last.set(client.send(request, HttpResponse.BodyHandlers.ofString()));
                return last.get().statusCode() != 503;
            });
            assertThat(last.get().statusCode()).as(last.get().body()).isEqualTo(200);
            return JsonMapper.shared().readTree(last.get().body());
        }
    }
}
