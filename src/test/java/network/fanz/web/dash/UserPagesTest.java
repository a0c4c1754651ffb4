package network.fanz.web.dash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import network.fanz.common.Role;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestShop;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an administrator does about people in FanzDash. */
@Tag("database")
class UserPagesTest {
    private static final RunningFanz FANZ = RunningFanz.shared();
    private static ProgramClient administrator;
    private SignedInUser fan;
    private String path;

    @BeforeAll
    static void administratorOpensTheDash() {
        administrator = FANZ.client();
        administrator.cookie(
                "dash", "fanz_session", FANZ.users().administrator().client().token());
    }

    @BeforeEach
    void somebodyNew() {
        fan = FANZ.users().fan();
        path = "/users/" + fan.id();
    }

    @Test
    void findsAnAccountByItsIdAndByItsAddress() {
        for (String who : List.of(fan.id(), fan.email())) {
            HttpAnswer found = search(who).expect(200);
            assertThat(found.path()).isEqualTo(path);
            assertThat(found.body()).contains("Account " + fan.id()).contains("with 1 session");
        }
    }

    @Test
    void findsAnAccountByItsWholePublicNameHoweverItIsWritten() {
        SignedInUser quinn = FANZ.users().fan("Quinn Ångström", FANZ.client());
        FANZ.run("identity.name-lookups");
        assertThat(search("QUINN  ångström").expect(200).path()).isEqualTo("/users/" + quinn.id());
        search("Quinn").expect(422);
        HttpAnswer page = administrator.get("dash", "/users/" + quinn.id());
        administrator
                .submitForm(page, "/users/" + quinn.id() + "/closure", Map.of("sure", "yes"))
                .expect(200);
        search("Quinn Ångström").expect(422);
    }

    @Test
    void aSearchForNobodySaysSoBesideItsFieldAndIsAuditedWithoutItsWords() {
        String nobody = UUID.randomUUID() + "@example.org";
        long before = searches();
        assertThat(search(nobody).expect(422).body()).contains("id=\"who-error\"");
        Awaitility.await().until(() -> searches() > before);
        assertThat(count("select count(*) from audit.entry entry where entry::text like '%" + nobody + "%'"))
                .isZero();
    }

    @Test
    void invitesOnceHoweverOftenTheFormIsSent() {
        HttpAnswer page = administrator.get("dash", "/users/invitation");
        Map<String, String> fields = new java.util.HashMap<>(page.hiddenFields("/users/invitation"));
        fields.put("role", "analyst");
        fields.put("email", UUID.randomUUID() + "@example.org");
        long before = invitations();
        for (int time = 0; time < 2; time++) {
            HttpAnswer sent = administrator.submit("dash", "/users/invitation", fields);
            assertThat(sent.expect(200).path()).isEqualTo("/users");
        }
        assertThat(invitations()).isEqualTo(before + 1);
    }

    @Test
    void anInvitationWithoutARoleOrAnAddressIsRefusedBesideItsField() {
        HttpAnswer page = administrator.get("dash", "/users/invitation");
        assertThat(invited(page, "role", "", "email", "a@example.org").body()).contains("id=\"role-error\"");
        assertThat(invited(page, "role", "fan", "email", "a@example.org").body())
                .contains("id=\"role-error\"");
        assertThat(invited(page, "role", "analyst", "email", "nobody").body()).contains("id=\"email-error\"");
    }

    @Test
    void showsAPersonsPaymentsSessionsAndWhatTheirRolesMayDo() {
        SignedInUser creator = FANZ.users().creator();
        TestShop shop = new TestShop(FANZ);
        String payment = shop.paidTip(fan, creator, "1234").text("id");
        assertThat(page().body())
                .contains("/finance/payments/" + payment, "Tip to ", "12.34 USD", "Settled")
                .contains("Pays creators", "approves postings by hand", "No alert is about this account", "Java");
        assertThat(administrator.get("dash", "/users/" + creator.id()).body()).contains("Tip from ");
    }

    @Test
    void endsOneSignInOfSomebodyAndThenAllOfThem() {
        ProgramClient other = FANZ.users().signIn(fan);
        HttpAnswer page = page();
        String one = Pattern.compile(path + "/sessions/[0-9a-f-]{36}/end")
                .matcher(page.body())
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
        HttpAnswer ended = administrator.submitForm(page, one, Map.of()).expect(200);
        assertThat(ended.body()).contains("That sign-in has ended.", "with 1 session");
        assertThat(administrator
                        .submitForm(ended, path + "/sessions/end", Map.of())
                        .body())
                .contains("All its sessions have ended.", "signed in nowhere");
        fan.client().api("GET", "/api/v1/sessions/current").expect(401);
        other.api("GET", "/api/v1/sessions/current").expect(401);
        FANZ.settle();
        assertThat(page().body()).contains("Sessions Ended");
        assertThat(administrator.get("dash", "/operations/audit?to=" + fan.id()).body())
                .contains("Ended a session of somebody else", "Ended all sessions of somebody else")
                .containsPattern("To what\"[^>]*><a class=\"cell\" href=\"[^\"]*" + path + "\">[^<]");
    }

    @Test
    void anAdministratorEndsTheirOwnSessionsElsewhere() {
        SignedInUser own = FANZ.users().staff(Role.ADMINISTRATOR);
        ProgramClient browser = FANZ.client();
        browser.cookie("dash", "fanz_session", own.client().token());
        assertThat(browser.get("dash", "/users/" + own.id()).expect(200).body())
                .contains("These are your own.")
                .doesNotContain("/sessions/end");
        own.client().api("DELETE", "/api/v1/accounts/" + own.id() + "/sessions").expect(403);
        own.client()
                .api("DELETE", "/api/v1/accounts/" + UUID.randomUUID() + "/sessions")
                .expect(404);
        assertThat(own.client()
                        .api("GET", "/api/v1/accounts/" + fan.id() + "/sessions")
                        .json())
                .hasSize(1);
        String sessions = "/api/v1/accounts/" + fan.id() + "/sessions/";
        String session = own.client()
                .api("GET", sessions.substring(0, sessions.length() - 1))
                .json()
                .path(0)
                .path("id")
                .asString();
        own.client().api("DELETE", sessions + session).expect(204);
        own.client().api("DELETE", sessions + session).expect(404);
        fan.client().api("GET", "/api/v1/sessions/current").expect(401);
    }

    @Test
    void grantsARoleAndWithdrawsIt() {
        HttpAnswer granted = administrator.submitForm(page(), path + "/roles", Map.of("role", "moderator"));
        assertThat(granted.expect(200).body()).contains("Moderator: granted").contains("Withdraw: moderator");
        HttpAnswer withdrawn =
                administrator.submitForm(granted, path + "/roles/withdrawal", Map.of("role", "moderator"));
        assertThat(withdrawn.expect(200).body())
                .contains("Moderator: withdrawn")
                .doesNotContain("Withdraw: moderator");
    }

    @Test
    void suspendsForAReasonAndLetsInAgain() {
        HttpAnswer refused = administrator.submitForm(page(), path + "/suspension", Map.of("reason", "dislike"));
        assertThat(refused.expect(422).body()).contains("id=\"reason-error\"");
        HttpAnswer suspended = administrator.submitForm(page(), path + "/suspension", Map.of("reason", "fraud"));
        assertThat(suspended.expect(200).body()).contains("Suspended").contains("nowhere");
        fan.client().api("GET", "/api/v1/sessions/current").expect(401);
        HttpAnswer back = administrator.submitForm(suspended, path + "/suspension/end", Map.of());
        assertThat(back.expect(200).body()).contains("may sign in again");
    }

    @Test
    void closesForGoodOnlyWhenThatIsConfirmed() {
        HttpAnswer refused = administrator.submitForm(page(), path + "/closure", Map.of());
        assertThat(refused.expect(422).body()).contains("id=\"sure-error\"");
        HttpAnswer closed = administrator.submitForm(page(), path + "/closure", Map.of("sure", "yes"));
        assertThat(closed.expect(200).body()).contains("Closed for good").doesNotContain("/closure\"");
    }

    @Test
    void nobodyClosesTheirOwnAccountWithoutARecentProof() {
        SignedInUser second = FANZ.users().staff(Role.ADMINISTRATOR);
        ProgramClient browser = FANZ.client();
        browser.cookie("dash", "fanz_session", second.client().token());
        String own = "/users/" + second.id();
        JdbcClient.create(FANZ.database().asOwner())
                .sql(
                        "update identity.session set fresh_at = fresh_at - interval '1 hour' where account_id = cast(:id as uuid)")
                .param("id", second.id())
                .update();
        HttpAnswer refused = browser.submitForm(browser.get("dash", own), own + "/closure", Map.of("sure", "yes"));
        assertThat(refused.expect(403).body()).contains("role=\"alert\"", "Sign in again before you change this.");
        assertThat(administrator.get("dash", own).expect(200).body()).contains(own + "/closure\"");
    }

    @Test
    void theLastAdministratorStaysAndThePageSaysWhy() {
        String own = "/users/" + FANZ.onlyAdministrator().id();
        HttpAnswer page = administrator.get("dash", own);
        assertThat(page.body()).doesNotContain(own + "/suspension\"");
        Map<String, String> fields = new java.util.HashMap<>(page.hiddenFields(own + "/roles/withdrawal"));
        fields.put("role", "administrator");
        assertThat(administrator
                        .submit("dash", own + "/roles/withdrawal", fields)
                        .expect(409)
                        .body())
                .contains("This is the last administrator.");
        assertThat(administrator
                        .submitForm(page, own + "/closure", Map.of("sure", "yes"))
                        .expect(409)
                        .body())
                .contains("This is the last administrator.");
    }

    @Test
    void nobodyButAnAdministratorDecides() {
        ProgramClient analyst = FANZ.client();
        analyst.cookie(
                "dash",
                "fanz_session",
                FANZ.users().staff(Role.ANALYST).client().token());
        analyst.get("dash", path).expect(403);
        analyst.get("dash", "/users/invitation").expect(403);
    }

    private HttpAnswer page() {
        return administrator.get("dash", path);
    }

    private static HttpAnswer search(String who) {
        return administrator.submitForm(administrator.get("dash", "/users"), "/users/search", Map.of("who", who));
    }

    private static HttpAnswer invited(HttpAnswer page, String... fields) {
        Map<String, String> all = new java.util.HashMap<>(page.hiddenFields("/users/invitation"));
        all.put("_key", UUID.randomUUID().toString());
        all.putAll(Map.of(fields[0], fields[1], fields[2], fields[3]));
        return administrator.submit("dash", "/users/invitation", all).expect(422);
    }

    private static long searches() {
        return count("select count(*) from audit.entry where name = 'identity.search_accounts'");
    }

    private static long invitations() {
        return count("select count(*) from identity.invitation");
    }

    private static long count(String sql) {
        return new JdbcTemplate(FANZ.database().asOwner()).queryForObject(sql, Long.class);
    }
}
