package network.fanz.content.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.Origin;
import network.fanz.common.Role;
import network.fanz.content.catalogue.ReleaseGate;
import network.fanz.content.catalogue.ReleaseGate.GateKind;
import network.fanz.content.catalogue.ReleaseInHand;
import network.fanz.content.catalogue.Releases;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestReleases;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What waits for a person, over HTTP: who has it in hand, what they decide, and what follows. */
@Tag("database")
class ReviewsTest {
    private static final RunningFanz FANZ = RunningFanz.shared();
    private static final TestReleases RELEASES = new TestReleases(FANZ);
    private static final String ITEMS = "/api/v1/moderation/items/";

    private static SignedInUser moderator;
    private static SignedInUser colleague;
    private static SignedInUser creator;

    private final UUID item = RELEASES.inReview(creator, "By the sea");

    @BeforeAll
    static void invite() {
        moderator = FANZ.users().staff(Role.MODERATOR);
        colleague = FANZ.users().staff(Role.MODERATOR);
        creator = FANZ.users().verifiedCreator();
    }

    @Test
    void onlyWhoeverHasItInHandSeesItAndDecides() {
        moderator.client().api("GET", ITEMS + item + "/subject").expectProblem(409, "review-claim-needed");
        decide(moderator, "APPROVE", digest(), Map.of()).expectProblem(409, "review-claim-needed");
        take(moderator).expect(200);
        HttpAnswer seen =
                moderator.client().api("GET", ITEMS + item + "/subject").expect(200);
        assertThat(seen.json().path("words").path("title").asString()).isEqualTo("By the sea");
        take(colleague).expectProblem(409, "review-item-taken");
        colleague.client().api("GET", ITEMS + item + "/subject").expectProblem(409, "review-claim-needed");
        moderator.client().api("DELETE", "/api/v1/moderation/claims/current").expect(204);
        take(colleague).expect(200);
    }

    @Test
    void oneOfManyWhoTakeItAtOnceHasIt() throws Exception {
        List<SignedInUser> people = List.of(moderator, colleague);
        List<Callable<Integer>> tries = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            SignedInUser person = people.get(i % 2);
            tries.add(() -> take(person).status());
        }
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> answer : pool.invokeAll(tries)) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).filteredOn(status -> status == 200).hasSize(4);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(4);
    }

    @Test
    void whatIsLeftAloneIsFreeAgainAndATimeTooFarAheadIsNone() {
        for (String until : List.of("now() - interval '1 second'", "now() + interval '3 days'")) {
            take(moderator).expect(200);
            RELEASES.owner()
                    .sql("update moderation.review_item set claimed_until = " + until + " where release = ?")
                    .param(item)
                    .update();
            take(colleague).expect(200);
            moderator.client().api("GET", ITEMS + item + "/subject").expectProblem(409, "review-claim-needed");
            colleague
                    .client()
                    .api("DELETE", "/api/v1/moderation/claims/current")
                    .expect(204);
        }
    }

    @Test
    void anApprovalIsOfExactlyWhatWasLookedAtAndClearsTheGateOnceItCannotBeUndone() {
        take(moderator).expect(200);
        decide(moderator, "APPROVE", "0".repeat(64), Map.of()).expectProblem(409, "release-differs");
        String digest = digest();
        String decision =
                decide(moderator, "APPROVE", digest, Map.of()).expect(201).text("id");
        assertThat(isClear(digest)).isFalse();
        await().until(() -> isClear(digest));
        assertThat(isClear("1".repeat(64))).isFalse();
        undo(moderator, decision).expectProblem(409, "undo-too-late");
        decide(moderator, "REJECT", digest, Map.of("clause", "consent")).expectProblem(409, "review-claim-needed");
    }

    @Test
    void whatIsUndoneWasNeverDecided() {
        take(moderator).expect(200);
        String digest = digest();
        String decision =
                decide(moderator, "APPROVE", digest, Map.of()).expect(201).text("id");
        undo(colleague, decision).expectProblem(403, "forbidden");
        undo(moderator, decision).expect(200);
        undo(moderator, decision).expect(200);
        FANZ.run("moderation.decisions");
        await().during(Duration.ofMillis(2500)).atMost(Duration.ofSeconds(10)).until(() -> !isClear(digest));
        assertThat(moderator.client().api("GET", ITEMS + item).expect(200).text("state"))
                .isEqualTo("WAITING");
        decide(moderator, "APPROVE", digest, Map.of()).expect(201);
    }

    @Test
    void aRejectionReachesItsCreatorInThePolicysWords() {
        take(moderator).expect(200);
        decide(moderator, "REJECT", digest(), Map.of()).expectProblem(422, "invalid-field");
        decide(moderator, "REJECT", digest(), Map.of("clause", "no such clause"))
                .expectProblem(422, "invalid-field");
        decide(moderator, "REJECT", digest(), Map.of("clause", "elsewhere", "note", "A number is written on the wall."))
                .expect(201);
        await().until(() -> RELEASES.state(item).equals("REJECTED"));
        assertThat(creator.client().get("tube", "/studio/works").expect(200).body())
                .contains("lead people elsewhere to pay or to meet")
                .doesNotContain("on the wall");
        assertThat(isClear("0".repeat(64))).isFalse();
    }

    @Test
    void whatIsHandedOnIsUrgentAndForSomebodyElse() {
        take(moderator).expect(200);
        decide(moderator, "ESCALATE", digest(), Map.of()).expectProblem(422, "invalid-field");
        decide(moderator, "ESCALATE", digest(), Map.of("note", "Look at the second person."))
                .expect(201);
        HttpAnswer seen = colleague.client().api("GET", ITEMS + item).expect(200);
        assertThat(seen.text("severity")).isEqualTo("URGENT");
        assertThat(seen.json().path("claim").isNull()).isTrue();
        assertThat(next(moderator)).isNotEqualTo(item.toString());
        take(colleague).expect(200);
    }

    @Test
    void theNextIsTheMostUrgentThenTheWidestThenTheOldest() {
        UUID urgent = RELEASES.inReview(creator, "urgent");
        UUID wide = RELEASES.inReview(creator, "wide");
        UUID old = RELEASES.inReview(creator, "old");
        order(urgent, 0, 900_000, "now() - interval '1 hour'");
        order(wide, 0, 1_000_000, "now()");
        order(old, 0, 900_000, "now() - interval '2 hours'");
        List<String> given = new ArrayList<>();
        SignedInUser third = FANZ.users().staff(Role.MODERATOR);
        for (int i = 0; i < 3; i++) {
            given.add(next(third));
            RELEASES.owner()
                    .sql(
                            "update moderation.review_item set state = 'GONE', claimed_by = null, claimed_until = null where release = ?::uuid")
                    .param(given.getLast())
                    .update();
        }
        assertThat(given).containsExactly(wide.toString(), old.toString(), urgent.toString());
    }

    @Test
    void nobodyDecidesAboutTheirOwnWork() {
        RELEASES.owner()
                .sql("update moderation.review_item set creator = ?::uuid where release = ?")
                .params(moderator.id(), item)
                .update();
        take(moderator).expectProblem(403, "forbidden");
        order(item, 0, 2_000_000, "now()");
        assertThat(next(moderator)).isNotEqualTo(item.toString());
        order(item, 3, 0, "now()");
    }

    @Test
    void withTheSameKeyItIsTheSameDecision() {
        take(moderator).expect(200);
        String digest = digest();
        String key = UUID.randomUUID().toString();
        Map<String, String> body = Map.of("kind", "APPROVE", "digest", digest);
        String first = moderator
                .client()
                .apiWithKey("POST", ITEMS + item + "/decisions", body, key)
                .expect(201)
                .text("id");
        assertThat(moderator
                        .client()
                        .apiWithKey("POST", ITEMS + item + "/decisions", body, key)
                        .expect(201)
                        .text("id"))
                .isEqualTo(first);
        assertThat(moderator.client().api("GET", ITEMS + item + "/decisions").json())
                .hasSize(1);
    }

    @Test
    void whatIsSealedWaitsNoMoreAndLooksLikeWhatWasTakenBack() {
        UUID back = RELEASES.inReview(creator, "taken back");
        creator.client()
                .api("POST", "/api/v1/works/" + RELEASES.work(back) + "/withdrawal")
                .expect(204);
        await().until(() -> itemState(back).equals("GONE"));
        take(moderator).expect(200);
        RELEASES.put(item, "SEALED");
        moderator.client().api("GET", ITEMS + item + "/subject").expectProblem(409, "review-moved-on");
        decide(moderator, "APPROVE", "0".repeat(64), Map.of()).expectProblem(409, "review-moved-on");
    }

    @Test
    void whatABankComesToNameAfterwardsIsDecidedAnewOrSealed() {
        take(moderator).expect(200);
        String digest = digest();
        decide(moderator, "APPROVE", digest, Map.of()).expect(201);
        await().until(() -> isClear(digest));
        bank(BankMeaning.OWN_BANNED);
        assertThat(isClear(digest)).isFalse();
        await().until(() -> itemState(item).equals("WAITING"));
        take(moderator).expect(200);
        decide(moderator, "APPROVE", digest, Map.of()).expect(201);
        await().until(() -> isClear(digest));
        bank(BankMeaning.CHILD_SAFETY);
        assertThat(isClear(digest)).isFalse();
        await().until(() -> RELEASES.state(item).equals("SEALED"));
    }

    private void bank(BankMeaning meaning) {
        Caller custodian = new Caller(
                new AccountId(UUID.randomUUID()),
                Set.of(Role.CUSTODIAN, Role.MODERATOR),
                true,
                new Origin("a test's", "a test's", null, "dash"));
        BankAdministration banks = FANZ.bean(BankAdministration.class);
        HashBank bank = banks.make("bank " + UUID.randomUUID(), "a test", meaning, custodian);
        String sha256 = RELEASES.owner()
                .sql("select sha256 from catalogue.release where id = ?")
                .param(item)
                .query(String.class)
                .single();
        banks.add(bank.id(), List.of(new NewHash(HashAlgorithm.SHA256, sha256, null)), custodian);
    }

    @Test
    void picturesAreForWhoeverHasItInHandAndInNoCache() {
        String media = "/moderation/items/" + item + "/media/picture.jpg";
        moderator.client().get("dash", media).expect(409);
        take(moderator).expect(200);
        HttpAnswer picture = moderator.client().get("dash", media).expect(200);
        assertThat(picture.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(picture.header("Cache-Control")).isEqualTo("no-store");
        assertThat(picture.header("Content-Security-Policy")).contains("sandbox");
        moderator
                .client()
                .get("dash", "/moderation/items/" + item + "/media/720p")
                .expect(404);
        assertThat(creator.client().get("dash", media).status()).isIn(403, 404);
        colleague.client().get("dash", media).expect(409);
        assertThat(RELEASES.owner()
                        .sql("select media from moderation.exposure where reviewer = ?::uuid")
                        .param(moderator.id())
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void aModeratorDecidesOnPages() {
        String page = "/moderation/items/" + item;
        HttpAnswer before = moderator.client().get("dash", page).expect(200);
        assertThat(before.body()).contains("Take it in hand").doesNotContain("By the sea");
        moderator.client().submitForm(before, page + "/claim", Map.of()).expect(200);
        HttpAnswer seen = moderator.client().get("dash", page).expect(200);
        assertThat(seen.body())
                .contains("By the sea", "Something is missing. It is not published before that is mended");
        moderator
                .client()
                .submitForm(seen, page + "/decision", Map.of("kind", "approve"))
                .expect(200);
        HttpAnswer decided = moderator.client().get("dash", page).expect(200);
        assertThat(decided.body()).contains("Until then you can undo it").doesNotContain("By the sea");
        assertThat(moderator
                        .client()
                        .get("dash", "/moderation/queue")
                        .expect(200)
                        .body())
                .contains("Take the next");
    }

    private HttpAnswer take(SignedInUser person) {
        return person.client().api("POST", ITEMS + item + "/claim");
    }

    private String next(SignedInUser person) {
        HttpAnswer answer = person.client().api("POST", "/api/v1/moderation/items/next/claim");
        return answer.status() == 204 ? "none" : answer.expect(200).text("id");
    }

    private HttpAnswer undo(SignedInUser person, String decision) {
        return person.client().api("POST", "/api/v1/moderation/decisions/" + decision + "/undo");
    }

    private HttpAnswer decide(SignedInUser person, String kind, String digest, Map<String, String> more) {
        Map<String, String> body = new HashMap<>(more);
        body.put("kind", kind);
        body.put("digest", digest);
        return person.client().api("POST", ITEMS + item + "/decisions", body);
    }

    private String digest() {
        return FANZ.bean(Releases.class).digest(item);
    }

    private boolean isClear(String digest) {
        ReleaseInHand release = FANZ.bean(Releases.class).find(item).orElseThrow();
        return FANZ.beans(ReleaseGate.class).stream()
                .filter(gate -> gate.kind() == GateKind.MODERATION)
                .allMatch(gate -> gate.isClear(release, digest));
    }

    private static String itemState(UUID release) {
        return RELEASES.owner()
                .sql("select state from moderation.review_item where release = ?")
                .param(release)
                .query(String.class)
                .single();
    }

    private static void order(UUID release, int severity, int reach, String since) {
        RELEASES.owner()
                .sql("update moderation.review_item set severity = ?, reach = ?, waits_since = " + since
                        + " where release = ?")
                .params(severity, reach, release)
                .update();
    }
}
