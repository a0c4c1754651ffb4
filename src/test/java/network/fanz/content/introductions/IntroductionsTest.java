package network.fanz.content.introductions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import network.fanz.common.AccountId;
import network.fanz.common.Forbidden;
import network.fanz.common.Handle;
import network.fanz.common.Problem;
import network.fanz.content.catalogue.Handles;
import network.fanz.platform.vault.Vault;
import network.fanz.security.identity.Identity;
import network.fanz.security.identity.SuspensionReason;
import network.fanz.testing.Letters;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What creators say of themselves: others see what an administrator has looked at, exactly that, and only while it may be seen. */
@Tag("database")
class IntroductionsTest {
    private static final RunningFanz FANZ = RunningFanz.shared();
    private static final String WORDS = "I play old songs on Fridays.";
    private static final String OTHERS = "I play new songs on Mondays.";

    private static SignedInUser administrator;

    private final Introductions introductions = FANZ.bean(Introductions.class);
    private final SignedInUser creator = handled(FANZ.users().creator("Cleo Maker", FANZ.client()));
    private final AccountId id = AccountId.of(creator.id());

    @BeforeAll
    static void open() {
        administrator = FANZ.users().administrator();
    }

    @Test
    void othersSeeNothingBeforeAnAdministratorHasLookedAtIt() {
        propose(WORDS, "https://example.org/cleo");
        assertThat(publicPage()).doesNotContain(WORDS);
        assertThat(ownPage()).contains("Waits", "Nobody else sees it yet.", WORDS);
        assertThat(show(waiting()).body()).contains("It is shown now. Its creator has not confirmed", "no letter goes");
        assertThat(publicPage())
                .contains(
                        WORDS,
                        "href=\"https://example.org/cleo\" rel=\"nofollow noopener ugc\"",
                        "<bdi>example.org</bdi>");
        assertThat(ownPage()).contains("It stands on your page since", WORDS).doesNotContain("Waits");
    }

    @Test
    void softwareSaysFirstWhatItFindsAndAPersonDecides() {
        propose("I play old songs. Write to cleo@example.org for more.", "");
        assertThat(decisionPage(waiting()).body())
                .contains("lead people elsewhere", "<q dir=\"auto\" translate=\"no\">cleo@example.org</q>");
        assertThat(refuse(waiting(), "paid_elsewhere").status()).isEqualTo(200);
        propose(WORDS, "");
        assertThat(decisionPage(waiting()).body()).contains("No rule of the policy speaks. That clears nothing.");
    }

    @Test
    void whatSoftwareCouldNotLookAtIsNotShown() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        IntroductionGates gates = new IntroductionGates(beans.getBeanProvider(IntroductionGate.class));
        Introduction introduction = new Introduction(WORDS, List.of());
        assertThatThrownBy(() -> gates.requireRead(introduction)).isInstanceOf(IntroductionUnread.class);
        IntroductionGate failing = any -> {
            throw new IllegalStateException("no policy");
        };
        beans.addBean("failing", failing);
        assertThatThrownBy(() -> gates.requireRead(introduction)).isInstanceOf(IntroductionUnread.class);
    }

    @Test
    void whatIsShownStaysUntilItsChangeIsShown() {
        shown(WORDS);
        propose(OTHERS, "");
        assertThat(publicPage()).contains(WORDS).doesNotContain(OTHERS);
        assertThat(ownPage()).contains("Until then your page shows what it showed before.", WORDS, OTHERS);
        show(waiting());
        assertThat(publicPage()).contains(OTHERS).doesNotContain(WORDS);
    }

    @Test
    void aRefusalIsToldWithItsReasonOnThePageAndByLetterAndLeavesWhatIsShown() {
        confirm();
        shown(WORDS);
        propose(OTHERS, "");
        assertThat(refuse(waiting(), "").body()).contains("id=\"reason-error\"");
        assertThat(refuse(waiting(), "paid_elsewhere").body()).contains("its creator is told why by letter");
        assertThat(publicPage()).contains(WORDS).doesNotContain(OTHERS);
        assertThat(ownPage()).contains("Not shown", "because it asks to be paid outside the site", OTHERS);
        await().untilAsserted(() -> assertThat(letters())
                .hasSize(2)
                .anySatisfy(letter -> assertThat(letter).contains("It stands on your page now", "/creators/" + id))
                .anySatisfy(letter -> assertThat(letter).contains("asks to be paid outside the site", "/introduction"))
                .noneMatch(letter -> letter.contains("songs")));
    }

    @Test
    void aDecisionIsAboutExactlyWhatWasLookedAt() {
        propose(WORDS, "");
        UUID looked = waiting();
        HttpAnswer page = decisionPage(looked);
        propose(OTHERS, "");
        HttpAnswer stale = administrator.client().submitForm(page, path(looked, "showing"), Map.of());
        assertThat(stale.expect(409).body()).contains("its creator has changed or withdrawn it", "Cleo Maker");
        assertThat(publicPage()).doesNotContain(WORDS, OTHERS);
        assertThat(waiting()).isNotEqualTo(looked);
        assertThat(administrator
                        .client()
                        .get("dash", "/users/introductions/" + looked)
                        .expect(200)
                        .body())
                .contains("That one no longer waits");
    }

    @Test
    void whatIsWithdrawnIsGoneAtOnceAndCannotBeDecidedAbout() {
        shown(WORDS);
        propose(OTHERS, "");
        UUID looked = waiting();
        HttpAnswer page = ownForm();
        creator.client().submitForm(page, "/introduction/withdrawal", Map.of()).expect(200);
        assertThat(publicPage()).doesNotContain(WORDS, OTHERS);
        assertThat(introductions.standing(id)).isEqualTo(new IntroductionStanding(null, null, null));
        assertThatThrownBy(() -> introductions.show(looked, administratorId())).isInstanceOf(IntroductionMovedOn.class);
        introductions.withdraw(id);
        assertThat(told("withdrawn")).isEqualTo(1);
    }

    @Test
    void nobodyDecidesAboutTheirOwn() {
        propose(WORDS, "");
        UUID own = waiting();
        assertThatThrownBy(() -> introductions.show(own, id)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> introductions.refuse(own, IntroductionRefusal.HARMFUL, id))
                .isInstanceOf(Forbidden.class);
        assertThat(waiting()).isEqualTo(own);
    }

    @Test
    void ofACreatorWhoIsSuspendedOrGoneNothingIsShown() {
        shown(WORDS);
        Identity identity = FANZ.bean(Identity.class);
        identity.suspend(administratorId(), id, SuspensionReason.values()[0]);
        assertThat(introductions.shown(id)).isEmpty();
        assertThat(FANZ.client().get("tube", "/creators/" + id).body()).doesNotContain(WORDS);
        identity.reinstate(administratorId(), id);
        assertThat(publicPage()).contains(WORDS);
        introductions.propose(id, new Introduction(OTHERS, List.of()));
        identity.close(administratorId(), id);
        assertThat(introductions.shown(id)).isEmpty();
        assertThatThrownBy(() -> introductions.show(waiting(), administratorId()))
                .isInstanceOf(CreatorNotActive.class);
        assertThat(decisionPage(waiting()).body())
                .contains("This account is suspended or closed")
                .doesNotContain("Show it<");
    }

    @Test
    void aShortAddressComesFirst() {
        SignedInUser newcomer = FANZ.users().creator();
        assertThatThrownBy(() -> introductions.propose(AccountId.of(newcomer.id()), new Introduction(WORDS, List.of())))
                .isInstanceOf(HandleNeeded.class);
        assertThat(newcomer.client().get("tube", "/introduction").expect(200).body())
                .contains("Take a short address first")
                .doesNotContain("Propose it");
    }

    @Test
    void theQueueShowsTheOldestFirst() {
        introductions.propose(id, new Introduction(WORDS, List.of()));
        SignedInUser later = handled(FANZ.users().creator());
        introductions.propose(AccountId.of(later.id()), new Introduction(OTHERS, List.of()));
        List<AccountId> queue = introductions.waiting(1000).stream()
                .map(IntroductionProposal::creator)
                .toList();
        assertThat(queue).containsSubsequence(id, AccountId.of(later.id()));
        introductions.propose(id, new Introduction(OTHERS, List.of()));
        assertThat(introductions.waiting(1000).stream()
                        .map(IntroductionProposal::creator)
                        .toList())
                .containsSubsequence(AccountId.of(later.id()), id);
    }

    @Test
    void proposedAgainItIsTheSameAndDecidedAgainItIsDecided() {
        propose(WORDS, "");
        UUID first = waiting();
        propose(WORDS, "");
        assertThat(waiting()).isEqualTo(first);
        introductions.show(first, administratorId());
        introductions.show(first, administratorId());
        assertThatThrownBy(() -> introductions.refuse(first, IntroductionRefusal.HARMFUL, administratorId()))
                .isInstanceOf(IntroductionMovedOn.class);
        assertThat(told("shown")).isEqualTo(1);
        assertThat(told("proposed")).isEqualTo(1);
    }

    @Test
    void howeverManyDecideAtOnceOneDecides() {
        propose(WORDS, "");
        UUID looked = waiting();
        long done = IntStream.range(0, 8)
                .parallel()
                .filter(number -> decided(looked, number % 2 == 0))
                .count();
        assertThat(done).isBetween(1L, 4L);
        assertThat(told("shown") + told("refused")).isEqualTo(1);
    }

    private boolean decided(UUID looked, boolean yes) {
        try {
            if (yes) {
                introductions.show(looked, administratorId());
            } else {
                introductions.refuse(looked, IntroductionRefusal.ADVERTISES, administratorId());
            }
            return true;
        } catch (Problem refused) {
            return false;
        }
    }

    @Test
    void eachStepIsInTheAuditLogAndInAnEventByIdsAlone() {
        propose(WORDS, "https://example.org/cleo");
        UUID one = waiting();
        introductions.refuse(one, IntroductionRefusal.UNSAFE_LINK, administratorId());
        FANZ.settle();
        assertThat(told("refused")).isEqualTo(1);
        assertThat(owner().sql(
                                "select string_agg(payload::text, '') from events.event where type = 'introduction_moved' and key = ?")
                        .param(creator.id())
                        .query(String.class)
                        .single())
                .contains(one.toString(), "unsafe_link")
                .doesNotContain("songs", "example.org");
        await().untilAsserted(() -> assertThat(administrator
                        .client()
                        .get("dash", "/operations/audit?to=" + creator.id())
                        .expect(200)
                        .body())
                .contains("Proposed an introduction", "Refused an introduction")
                .doesNotContain("songs"));
    }

    @Test
    void whatAnErasedWriterHasLeftSaysNothing() {
        shown(WORDS);
        propose(OTHERS, "");
        UUID looked = waiting();
        FANZ.bean(Vault.class).forget(id.value());
        assertThat(introductions.shown(id)).isEmpty();
        assertThat(introductions.waiting(looked).orElseThrow().introduction().erased())
                .isTrue();
        assertThat(decisionPage(looked).body()).contains("Its writer has left").doesNotContain("songs");
    }

    @Test
    void aFormSaysWhatIsWrongBesideEachField() {
        HttpAnswer refused = proposal(Map.of(
                "words",
                "x".repeat(601),
                "link1",
                "http://example.org",
                "link2",
                "https://me:secret@example.org",
                "link3",
                "https://example.org",
                "link4",
                ""));
        assertThat(refused.expect(422).body())
                .contains("id=\"words-error\"", "id=\"link1-error\"", "id=\"link2-error\"")
                .doesNotContain("id=\"link3-error\"");
        assertThat(proposal(Map.of("words", "My card is 4242 4242 4242 4242")).status())
                .isEqualTo(422);
        assertThat(introductions.standing(id).waiting()).isNull();
        propose("<b>Bold</b>\nin two lines", "");
        assertThat(decisionPage(waiting()).body())
                .contains("&lt;b&gt;Bold&lt;/b&gt; in two lines")
                .doesNotContain("<b>Bold");
    }

    private HttpAnswer ownForm() {
        return creator.client().get("tube", "/introduction").expect(200);
    }

    private String ownPage() {
        return ownForm().body();
    }

    private HttpAnswer proposal(Map<String, String> fields) {
        return creator.client().submitForm(ownForm(), "/introduction", fields);
    }

    private void propose(String words, String link) {
        Map<String, String> fields = new HashMap<>(Map.of("words", words, "link1", link));
        assertThat(proposal(fields).expect(200).body()).contains("Proposed.");
    }

    private void shown(String words) {
        introductions.propose(id, new Introduction(words, List.of()));
        introductions.show(waiting(), administratorId());
    }

    private UUID waiting() {
        return introductions.standing(id).waiting().id();
    }

    private static HttpAnswer decisionPage(UUID one) {
        return administrator.client().get("dash", "/users/introductions/" + one).expect(200);
    }

    private static HttpAnswer show(UUID one) {
        return administrator.client().submitForm(decisionPage(one), path(one, "showing"), Map.of());
    }

    private static HttpAnswer refuse(UUID one, String reason) {
        return administrator.client().submitForm(decisionPage(one), path(one, "refusal"), Map.of("reason", reason));
    }

    private static String path(UUID one, String what) {
        return "/users/introductions/" + one + "/" + what;
    }

    /** As somebody sees it who is not signed in. */
    private String publicPage() {
        return FANZ.client().get("tube", "/creators/" + id).expect(200).body();
    }

    private List<String> letters() {
        FANZ.run("mail.deliver");
        return new Letters(FANZ, creator.email())
                .all().stream()
                        .filter(letter -> letter.subject().equals("We have looked at what you wrote"))
                        .map(letter -> letter.text())
                        .toList();
    }

    private int told(String state) {
        return owner().sql("""
                        select count(*) from events.event
                         where type = 'introduction_moved' and key = ? and payload ->> 'state' = ?""").params(creator.id(), state).query(Integer.class).single();
    }

    private void confirm() {
        owner().sql("update identity.account set email_verified_at = registered_at where id = cast(? as uuid)")
                .param(creator.id())
                .update();
    }

    private static SignedInUser handled(SignedInUser somebody) {
        String id = UUID.randomUUID().toString();
        String text = "c" + id.substring(0, 8) + "c" + id.substring(9, 13);
        FANZ.bean(Handles.class).choose(AccountId.of(somebody.id()), Handle.of("handle", text));
        return somebody;
    }

    private static AccountId administratorId() {
        return AccountId.of(administrator.id());
    }

    private static JdbcClient owner() {
        return JdbcClient.create(FANZ.database().asOwner());
    }
}
