package network.fanz.web.dash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.fanz.common.Role;
import network.fanz.platform.vault.Vault;
import network.fanz.security.ratelimit.RateLimits;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestShop;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** FanzDash as staff see it, and as others do not. */
@Tag("database")
class DashPagesTest {
    private static final RunningFanz FANZ = RunningFanz.shared();
    private static ProgramClient administrator;
    private static ProgramClient analyst;

    @BeforeAll
    static void hireStaff() {
        administrator = page(FANZ.users().administrator());
        analyst = page(FANZ.users().staff(Role.ANALYST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?period=7d",
                "/?period=365d",
                "/figures/revenue",
                "/figures/open-alerts?period=today",
                "/figures/daily-active-users",
                "/security/events",
                "/security/events?severity=medium&category=authentication&source=auth_service",
                "/security/alerts",
                "/security/alerts?state=all&severity=high",
                "/security/blocks",
                "/operations/failed-events",
                "/operations/settings",
                "/operations/settings?show=changed",
                "/users",
                "/users?role=administrator"
            })
    void anAdministratorSeesEveryPage(String path) {
        assertThat(administrator.get("dash", path).expect(200).body()).contains("data-brand=\"dash\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/security/events",
                "/security/alerts",
                "/users",
                "/operations/failed-events",
                "/overview.csv"
            })
    void aFanSeesNone(String path) {
        page(FANZ.users().fan()).get("dash", path).expect(403);
    }

    @Test
    void aFreshInstallationShowsItsFirstStepsUntilAllAreDone() {
        try (RunningFanz fresh = RunningFanz.start()) {
            ProgramClient reader = fresh.users().administrator().client();
            assertThat(reader.get("dash", "/").expect(200).body()).contains("First steps", "A fan has paid");
            SignedInUser creator = fresh.users().creator();
            TestShop shop = new TestShop(fresh);
            shop.offerPass(creator, "2000").expect(201);
            assertThat(reader.get("dash", "/").body()).contains("First steps", "A fan has paid");
            shop.paidTip(fresh.users().fan(), creator, "500");
            assertThat(reader.get("dash", "/").body()).contains("First steps", "Your email address is confirmed");
            JdbcClient.create(fresh.database().asOwner())
                    .sql(
                            "update identity.account set email_verified_at = registered_at where email_verified_at is null")
                    .update();
            assertThat(reader.get("dash", "/").body()).doesNotContain("First steps");
        }
        assertThat(analyst.get("dash", "/").body()).doesNotContain("First steps");
    }

    @Test
    void aFanIsNotLedInACircle() {
        String page = page(FANZ.users().fan()).get("dash", "/").expect(403).body();
        assertThat(page).contains("See who you are here").doesNotContain("first page</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/users", "/operations/failed-events", "/operations/settings"})
    void anAnalystSeesNeitherPeopleNorOperations(String path) {
        analyst.get("dash", path).expect(403);
        assertThat(analyst.get("dash", "/").body()).doesNotContain("href=\"" + path + "\"");
    }

    @ParameterizedTest
    @EnumSource(names = {"ADMINISTRATOR", "ANALYST", "CUSTODIAN", "EXECUTIVE", "FINANCE", "MODERATOR"})
    void everyLineOfTheNavigationOpensForWhoSeesIt(Role role) {
        ProgramClient staff =
                role == Role.ADMINISTRATOR ? administrator : page(FANZ.users().staff(role));
        String page = staff.get("dash", "/").expect(200).body();
        String navigation = page.substring(page.indexOf("<nav "), page.indexOf("</nav>"));
        List<String> lines = Pattern.compile("href=\"([^\"]+)\"")
                .matcher(navigation)
                .results()
                .map(line -> line.group(1))
                .toList();
        assertThat(lines).contains("/");
        lines.forEach(line -> staff.get("dash", line).expect(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/security/alerts", "/security/events", "/overview.csv"})
    void noPageOfTheDashExistsOnAnotherBrand(String path) {
        administrator.get("tube", path).expect(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?period=junk",
                "/figures/junk",
                "/figures/volume?after=junk",
                "/security/events?severity=junk",
                "/security/events?after=junk",
                "/security/events?user=junk",
                "/security/events?address=127.0.0.1",
                "/security/alerts/news?since=junk",
                "/security/events/junk",
                "/security/alerts?state=junk",
                "/security/alerts/junk",
                "/operations/settings?show=junk",
                "/operations/audit?by=junk",
                "/operations/audit?after=junk",
                "/users?role=junk",
                "/users?after=junk",
                "/users/junk"
            })
    void garbageInAnAddressIsTheReadersMistake(String path) {
        assertThat(administrator.get("dash", path).status()).isBetween(400, 499);
    }

    @Test
    void aListWithoutAMatchGoesOnFromTheLogsEnd() {
        long newest = FANZ.users()
                .administrator()
                .client()
                .api("GET", "/api/v1/security/events?limit=1")
                .json()
                .path("items")
                .path(0)
                .path("seq")
                .asLong();
        String page = administrator
                .get("dash", "/security/events?severity=critical&source=external_feed")
                .body();
        Matcher stream =
                Pattern.compile("/security/live\\?[^\"]*after=([0-9]+)").matcher(page);
        assertThat(stream.find()).isTrue();
        assertThat(newest).isPositive();
        assertThat(Long.parseLong(stream.group(1))).isGreaterThanOrEqualTo(newest);
    }

    @Test
    void theFiguresComeAsATableForASpreadsheet() {
        HttpAnswer csv = administrator.get("dash", "/overview.csv?period=7d").expect(200);
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.body().lines())
                .hasSizeGreaterThan(5)
                .first()
                .isEqualTo("\uFEFFfigure,unit,value,previous,definition,counted since,period before counted whole");
    }

    @Test
    void theRowsOfAFigureComeAsAFile() {
        HttpAnswer csv = administrator
                .get("dash", "/figures/daily-active-users/rows.csv?period=today")
                .expect(200);
        assertThat(csv.header("Content-Disposition")).contains("fanz-daily-active-users-today.csv");
        assertThat(csv.body().lines().toList()).first().isEqualTo("\uFEFFtime,what,id,asset,amount");
        administrator.get("dash", "/figures/junk/rows.csv").expect(422);
        page(FANZ.users().fan()).get("dash", "/figures/revenue/rows.csv").expect(403);
    }

    @Test
    void anAlertIsTakenUpContainedAndClosedByForms() {
        String id = reported();
        String path = "/security/alerts/" + id;
        HttpAnswer taken = analyst.submitForm(analyst.get("dash", path), path + "/acknowledgement", Map.of());
        assertThat(taken.expect(200).body()).contains("You look after this alert now.");
        HttpAnswer contained = analyst.submitForm(taken, path + "/containment", Map.of("note", "blocked by hand"));
        assertThat(contained.expect(200).body()).contains("blocked by hand");
        HttpAnswer closed = analyst.submitForm(contained, path + "/closure", Map.of("verdict", "true_positive"));
        assertThat(closed.expect(200).body()).contains("it was a real threat");
    }

    @Test
    void aNoteWithPersonalDataIsRefusedBesideItsField() {
        String path = "/security/alerts/" + reported();
        HttpAnswer taken = analyst.submitForm(analyst.get("dash", path), path + "/acknowledgement", Map.of());
        HttpAnswer refused = analyst.submitForm(taken, path + "/containment", Map.of("note", "told ann@example.org"));
        assertThat(refused.expect(422).body()).contains("id=\"note-error\"").contains("No personal data");
    }

    @Test
    void aFalseAlarmNeedsItsReasonBesideTheField() {
        String path = "/security/alerts/" + reported();
        HttpAnswer taken = analyst.submitForm(analyst.get("dash", path), path + "/acknowledgement", Map.of());
        assertThat(taken.body()).contains("Taken up by").contains("Somebody");
        HttpAnswer refused =
                analyst.submitForm(taken, path + "/closure", Map.of("verdict", "false_positive", "note", ""));
        assertThat(refused.expect(422).body())
                .contains("id=\"closure-note-error\"")
                .doesNotContain("id=\"note-error\"");
        HttpAnswer closed = analyst.submitForm(
                refused, path + "/closure", Map.of("verdict", "false_positive", "note", "a drill of our own"));
        assertThat(closed.expect(200).body()).contains("there was nothing").contains("a drill of our own");
    }

    @Test
    void healthSaysWhetherPeopleCanRegisterAndPay() {
        assertThat(administrator.get("dash", "/operations").expect(200).body())
                .contains(">Registration</th>", ">Payments</th>");
    }

    @Test
    void aReadModelIsBuiltAgainOnlyWhenThatIsConfirmed() {
        String path = "/operations/failed-events";
        HttpAnswer page = administrator.get("dash", path);
        Map<String, String> fields = Map.of("subscription", "analytics.facts");
        assertThat(administrator
                        .submitForm(page, path + "/replay", fields)
                        .expect(422)
                        .body())
                .contains("Confirm this");
        Map<String, String> sure = Map.of("subscription", "analytics.facts", "sure", "yes");
        assertThat(administrator
                        .submitForm(page, path + "/replay", sure)
                        .expect(200)
                        .body())
                .contains("being built again");
    }

    @Test
    void theAuditLogTellsWhatSomebodyDidAndWhetherItIsAsItWasWritten() {
        String by = FANZ.users().administrator().id();
        reported();
        Awaitility.await()
                .untilAsserted(() -> assertThat(administrator
                                .get("dash", "/operations/audit?by=" + by)
                                .expect(200)
                                .body())
                        .contains("monitoring.alert.raised"));
        assertThat(administrator
                        .get("dash", "/operations/audit?to=" + UUID.randomUUID())
                        .body())
                .contains("No entry");
        assertThat(administrator
                        .get("dash", "/operations/audit/verification")
                        .expect(200)
                        .body())
                .contains("As it was written");
    }

    @Test
    void healthShowsEventsJobsAndMail() {
        assertThat(administrator.get("dash", "/operations").expect(200).body())
                .contains("Passing on", "Letters are sent", "Given up", "This installation", ">Backup<", "As of ");
    }

    @Test
    void settingsShowWhatThisNodeRunsWithAndHideSecrets() {
        String page =
                administrator.get("dash", "/operations/settings").expect(200).body();
        assertThat(page).contains("fanz.ledger.lanes", "from 1 to 64", "how many threads of this node take batches");
        assertThat(page).contains("fanz.postgres.owner-password", "set, not shown");
        assertThat(page).doesNotContain(setting("--fanz.postgres.owner-password="));
    }

    @Test
    void settingsThatAreAtTheirDefaultsCanBeLeftOut() {
        String page = administrator
                .get("dash", "/operations/settings?show=changed")
                .expect(200)
                .body();
        assertThat(page)
                .contains("fanz.limits.global", setting("--fanz.data.folder="), "command line")
                .doesNotContain("fanz.ledger.lanes");
    }

    /** What the shared program was told on its command line. */
    private static String setting(String option) {
        return Arrays.stream(FANZ.database().settings(FANZ.folder()))
                .filter(each -> each.startsWith(option))
                .map(each -> each.substring(option.length()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theListOfAlertsSaysWhenMoreHaveCome() {
        Matcher news = Pattern.compile("hx-get=\"([^\"]*alerts/news[^\"]*)\"")
                .matcher(administrator.get("dash", "/security/alerts").body());
        assertThat(news.find()).isTrue();
        String path = news.group(1).replace("&amp;", "&");
        reported();
        assertThat(administrator.get("dash", path).expect(200).body()).contains("new alert");
    }

    @ParameterizedTest
    @CsvSource({
        "/operations/audit?by=me,by,me,as its page shows it",
        "/security/events?severity=awful,severity,awful,This is one of:",
        "/users?role=king,role,king,Choose one from the list."
    })
    void aFilterThatCannotBeReadStandsAsTypedWithTheReasonAndWithoutRows(
            String path, String field, String typed, String reason) {
        String page = administrator.get("dash", path).expect(422).body();
        assertThat(page).contains("id=\"" + field + "\" name=\"" + field + "\"", "value=\"" + typed + "\"");
        assertThat(page).contains("id=\"" + field + "-error\"", reason, "No rows are shown");
        assertThat(page).doesNotContain("<tbody", "<fz-live");
    }

    @Test
    void aStateThatNoAlertHasLeavesTheChoicesAndSaysTheReason() {
        String page = administrator
                .get("dash", "/security/alerts?state=lost&severity=high")
                .expect(422)
                .body();
        assertThat(page).contains("aria-label=\"State\"", "This is one of:", "No rows are shown");
        assertThat(page).doesNotContain("No alert here", "hx-get");
    }

    @Test
    void aFormWithoutItsTokenChangesNothing() {
        String path = "/security/alerts/" + reported();
        analyst.get("dash", path).expect(200);
        analyst.submit("dash", path + "/acknowledgement", Map.of("_csrf", "forged"))
                .expect(403);
    }

    @Test
    void moreThanTenFailuresFromAnAddressBlockItUntilStaffLiftIt() {
        ProgramClient attacker = FANZ.clientFrom("127.0.0.66");
        for (int number = 0; number < 11; number++) {
            attacker.api("POST", "/api/v1/sessions", guess()).expect(401);
        }
        String hash = HexFormat.of().formatHex(FANZ.bean(Vault.class).keyedHash("request.address", "127.0.0.66"));
        Awaitility.await()
                .until(() -> FANZ.bean(RateLimits.class).blockedUntil(hash).isPresent());
        attacker.api("POST", "/api/v1/sessions", guess()).expect(403);
        assertThat(administrator.get("dash", "/security/alerts").body()).contains("Failed sign-ins from one address");
        HttpAnswer blocks = administrator.get("dash", "/security/blocks").expect(200);
        assertThat(blocks.body()).contains("brute force", hash);
        HttpAnswer lifted = administrator.submitForm(blocks, "/security/blocks/lift", Map.of("address", hash));
        assertThat(lifted.expect(200).body()).contains("let in again");
        attacker.api("POST", "/api/v1/sessions", guess()).expect(401);
    }

    @Test
    void everyEndpointOfTheApiRefusesAFanAndAVisitor() {
        ProgramClient fan = FANZ.users().fan().client();
        for (String path : List.of(
                "/api/v1/security/events",
                "/api/v1/security/alerts",
                "/api/v1/security/metrics",
                "/api/v1/security/live",
                "/api/v1/analytics/executive",
                "/api/v1/analytics/figures/revenue/rows")) {
            assertThat(fan.api("GET", path).status()).as(path).isEqualTo(403);
            assertThat(FANZ.client().api("GET", path).status()).as(path).isEqualTo(401);
        }
    }

    @Test
    void bothSpellingsAreTakenAndAnUnknownWordIsNamed() {
        ProgramClient sender = FANZ.users().administrator().client();
        for (String type : List.of("THREAT_DETECTED", "threat_detected")) {
            sender.api("POST", "/api/v1/security/alerts", report(type)).expect(201);
        }
        HttpAnswer refused =
                sender.api("POST", "/api/v1/security/alerts", report("threat")).expectProblem(422, "invalid-field");
        assertThat(refused.body()).contains("threat_detected");
    }

    private static Map<String, Object> report(String type) {
        return Map.of(
                "eventId", UUID.randomUUID().toString(),
                "type", type,
                "severity", "HIGH",
                "title", "High-Risk Transaction Detected",
                "description", "Reported by a test");
    }

    private static String reported() {
        return FANZ.users()
                .administrator()
                .client()
                .api("POST", "/api/v1/security/alerts", report("THREAT_DETECTED"))
                .expect(201)
                .text("id");
    }

    private static Map<String, Object> guess() {
        return Map.of("email", UUID.randomUUID() + "@example.org", "password", "not the right sentence");
    }

    /** The same person in front of the pages. */
    private static ProgramClient page(SignedInUser user) {
        ProgramClient client = FANZ.client().withHeader("Accept", "text/html");
        String token = user.client().token();
        List.of("dash", "tube").forEach(brand -> client.cookie(brand, "fanz_session", token));
        return client;
    }
}
