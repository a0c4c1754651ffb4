package network.fanz.content.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Role;
import network.fanz.content.catalogue.WorkAudience;
import network.fanz.security.identity.Identity;
import network.fanz.security.identity.SuspensionReason;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestWorks;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;

/** Published works, found by their words, over HTTP. */
@Tag("database")
class SearchTest {
    private static final RunningFanz FANZ = RunningFanz.shared();
    private static final SignedInUser CREATOR = FANZ.users().verifiedCreator();

    private final ProgramClient visitor = FANZ.client();

    @Test
    void aWorkIsFoundByItsTitleItsTagsItsDescriptionAndItsCreator() {
        String word = word();
        String work = published(
                word + " Café by the lakes", "Filmed with " + word + "desc at dusk", List.of(word + "-tag", "both"));
        awaitFound(word, work);
        for (String wanted : List.of(
                word.toUpperCase(java.util.Locale.ROOT),
                word + " cafe",
                word + " lake",
                word + " lak",
                word + "desc",
                "\"" + word + " café\"",
                "tag:" + word + "-tag",
                "#" + word + "-TAG",
                word + " -rain",
                word + " by:" + handle())) {
            assertThat(ids(find(wanted))).as(wanted).containsExactly(work);
        }
        for (String other : List.of(
                word + " -cafe",
                "\"café " + word + "\"",
                "tag:" + word,
                word + " by:nobody_here",
                word + " rain",
                "-" + word + " " + word)) {
            assertThat(ids(find(other))).as(other).isEmpty();
        }
    }

    @Test
    void aTitleCountsMoreThanATagAndATagMoreThanADescription() {
        String word = word();
        String said = published("Some film", "It has " + word + " in it", List.of());
        String tagged = published("Another film", "", List.of(word));
        String titled = published("The " + word, "", List.of());
        awaitFound(word, said, tagged, titled);
        assertThat(ids(find(word))).containsExactly(titled, tagged, said);
        assertThat(ids(get("q=" + word + "&order=NEWEST"))).containsExactly(titled, tagged, said);
        HttpAnswer first = get("q=" + word + "&limit=2");
        assertThat(ids(first)).containsExactly(titled, tagged);
        assertThat(ids(get("q=" + word + "&limit=2&after=" + first.text("next"))))
                .containsExactly(said);
    }

    @Test
    void beforeTheDecisionNothingIsFoundAndAfterItWithinSeconds() {
        String word = word();
        String seen = published(word + " seen", "", List.of());
        String work = TestWorks.derived(FANZ, CREATOR, word + " waits");
        awaitFound(word, seen);
        assertThat(ids(find(word))).containsExactly(seen);
        TestWorks.publish(FANZ, work);
        awaitFound(word, seen, work);
    }

    @Test
    void whatIsTakenBackIsGoneAtOnceAlsoFromWhatIsCounted() {
        String word = word();
        String stays = published(word + " stays", "", List.of("stays"));
        String goes = published(word + " goes", "", List.of("goes"));
        awaitFound(word, stays, goes);
        CREATOR.client().api("POST", "/api/v1/works/" + goes + "/withdrawal").expect(204);
        HttpAnswer now = find(word);
        assertThat(ids(now)).containsExactly(stays);
        assertThat(now.json().path("total").asInt()).isEqualTo(1);
        assertThat(now.json().path("facets").toString()).contains("stays").doesNotContain("goes");
        assertThat(page("q=" + word).body()).contains("One work").doesNotContain(goes);
    }

    @Test
    void whatACreatorHasMadeIsGoneWhileTheyAreSuspendedAndWhenTheyHaveLeft() {
        SignedInUser creator = FANZ.users().verifiedCreator();
        String word = word();
        String work = TestWorks.picture(FANZ, creator, WorkAudience.EVERYONE, word);
        awaitFound(word, work);
        AccountId administrator =
                AccountId.of(FANZ.users().staff(Role.ADMINISTRATOR).id());
        AccountId id = AccountId.of(creator.id());
        FANZ.bean(Identity.class).suspend(administrator, id, SuspensionReason.values()[0]);
        assertThat(find(word).json().path("total").asInt()).isZero();
        FANZ.bean(Identity.class).reinstate(administrator, id);
        awaitFound(word, work);
        FANZ.bean(Identity.class).close(administrator, id);
        assertThat(find(word).json().path("total").asInt()).isZero();
    }

    @Test
    void filtersStandInTheAddressAndCountWhatIsLeft() {
        String word = word();
        String free = published(word + " one", "", List.of("sunny"));
        String dear = TestWorks.picture(FANZ, CREATOR, WorkAudience.SUPPORTERS, word + " two");
        awaitFound(word, free, dear);
        HttpAnswer both = page("q=" + word);
        assertThat(both.body()).contains("2 works", "audience=everyone", "tag=sunny", "year=", "/watch/" + dear);
        assertThat(both.body()).doesNotContain("/media/");
        HttpAnswer one = page("q=" + word + "&audience=everyone&kind=picture");
        assertThat(one.body()).contains("One work", "/watch/" + free).doesNotContain("/watch/" + dear);
        assertThat(page("q=" + word + "&kind=film").body()).contains("Nothing fits");
        assertThat(ids(get("q=" + word + "&audience=SUPPORTERS"))).containsExactly(dear);
        assertThat(ids(get("q=" + word + "&tag=Sunny"))).containsExactly(free);
        assertThat(ids(get("q=" + word + "&year=2001"))).isEmpty();
        assertThat(page("tag=sunny").body()).contains("/watch/" + free);
    }

    @Test
    void aChoiceOfAudienceIsSeenAtOnceInWhatIsFiltered() {
        String word = word();
        String work = published(word, "", List.of());
        awaitFound(word, work);
        TestWorks.show(CREATOR, work, WorkAudience.SUPPORTERS);
        assertThat(ids(get("q=" + word + "&audience=EVERYONE"))).isEmpty();
        Awaitility.await()
                .untilAsserted(() -> assertThat(ids(get("q=" + word + "&audience=SUPPORTERS")))
                        .containsExactly(work));
    }

    @Test
    void whateverIsTypedIsAnsweredOrRefusedAndSoon() {
        long begun = System.nanoTime();
        for (String odd : List.of(
                "\"",
                "\"\"\"\"",
                "-",
                "*",
                "a* ".repeat(16),
                "?",
                "(((",
                "title:x^9",
                "a AND",
                "[a TO *]",
                "{!x}",
                "\\",
                "/.*/",
                "~~",
                "tag:",
                "tag:%",
                "by:%",
                "ß",
                "漢字",
                "🏖",
                "' or 1=1 --",
                "<script>")) {
            visitor.api("GET", path("q=" + encoded(odd.strip()))).expect(200);
            visitor.get("tube", "/search?q=" + encoded(odd)).expect(200);
        }
        visitor.api("GET", path("q=" + "x".repeat(201))).expectProblem(422, "invalid-field");
        visitor.api("GET", path("q=" + encoded("a ".repeat(17).strip()))).expectProblem(422, "invalid-field");
        assertThat(visitor.get("tube", "/search?q=" + "x".repeat(201)).status()).isEqualTo(422);
        assertThat(visitor.get("tube", "/search?kind=x").status()).isEqualTo(422);
        visitor.api("GET", path("after=x")).expectProblem(422, "invalid-field");
        visitor.api("GET", path("tag=a_b")).expectProblem(422, "invalid-field");
        visitor.api("GET", path("year=99999999")).expectProblem(422, "invalid-field");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void anotherNodeMakesItsOwnIndexOfTheDatabaseAndFindsTheSame() {
        String word = word();
        String work = published(word + " everywhere", "", List.of(word));
        awaitFound(word, work);
        HttpAnswer here = find(word);
        try (RunningFanz other = FANZ.another("--fanz.objects.folder=" + objects())) {
            ProgramClient there = visitor.forProgram(other.address());
            Awaitility.await()
                    .untilAsserted(() ->
                            assertThat(ids(there.api("GET", path("q=" + word)))).containsExactly(work));
            assertThat(there.api("GET", path("q=" + word)).json().path("facets"))
                    .isEqualTo(here.json().path("facets"));
            String later = published(word + " later", "", List.of());
            Awaitility.await()
                    .untilAsserted(() ->
                            assertThat(ids(there.api("GET", path("q=" + word)))).contains(work, later));
            CREATOR.client()
                    .api("POST", "/api/v1/works/" + work + "/withdrawal")
                    .expect(204);
            assertThat(ids(there.api("GET", path("q=" + word)))).containsExactly(later);
        }
    }

    private static String published(String title, String description, List<String> tags) {
        String work =
                TestWorks.derived(FANZ, CREATOR, Map.of("title", title, "description", description, "tags", tags));
        TestWorks.show(CREATOR, work, WorkAudience.EVERYONE);
        TestWorks.publish(FANZ, work);
        return work;
    }

    private void awaitFound(String text, String... works) {
        Awaitility.await("what was published is found")
                .untilAsserted(() -> assertThat(ids(find(text))).containsExactlyInAnyOrder(works));
    }

    private HttpAnswer find(String text) {
        return get("q=" + encoded(text));
    }

    private HttpAnswer get(String query) {
        return visitor.api("GET", path(query)).expect(200);
    }

    private HttpAnswer page(String query) {
        return visitor.get("tube", "/search?" + query).expect(200);
    }

    private static String path(String query) {
        return "/api/v1/published-works/search?" + query;
    }

    private static List<String> ids(HttpAnswer answer) {
        List<String> ids = new ArrayList<>();
        answer.expect(200)
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String handle() {
        return FANZ.bean(Identity.class)
                .names(List.of(AccountId.of(CREATOR.id())))
                .get(AccountId.of(CREATOR.id()))
                .split(" ")[0];
    }

    /** Letters alone, as nothing else is called. */
    private static String word() {
        return "w" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "q";
    }

    private static String objects() {
        return FANZ.bean(Environment.class)
                .getProperty(
                        "fanz.objects.folder", FANZ.folder().resolve("objects").toString());
    }
}
