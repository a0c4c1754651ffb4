package network.fanz.web.dash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import network.fanz.common.AccountId;
import network.fanz.common.Role;
import network.fanz.security.monitoring.AlertFilter;
import network.fanz.security.monitoring.AlertState;
import network.fanz.security.monitoring.AlertType;
import network.fanz.security.monitoring.Monitoring;
import network.fanz.security.monitoring.NewAlert;
import network.fanz.security.monitoring.NewSecurityEvent;
import network.fanz.security.monitoring.Playbook;
import network.fanz.security.monitoring.SecurityEventCategory;
import network.fanz.security.monitoring.SecurityEventSource;
import network.fanz.security.monitoring.Severity;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pages of alerts as an analyst and an administrator use them. */
@Tag("database")
class AlertPagesTest {
    private static final RunningFanz FANZ = RunningFanz.shared();
    private static final AccountId SENDER = new AccountId(UUID.randomUUID());
    private static final int PAGE_BYTES_MAX = 60_000;

    private static ProgramClient administrator;
    private static ProgramClient analyst;

    @BeforeAll
    static void hireStaff() {
        administrator = page(FANZ.users().administrator());
        analyst = page(FANZ.users().staff(Role.ANALYST));
    }

    @Test
    void severalAreClosedByTheirBoxesWithAReason() {
        List<UUID> two = List.of(reported("Box one", Severity.LOW), reported("Box two", Severity.LOW));
        HttpAnswer page = analyst.get("dash", "/security/alerts?severity=low").expect(200);
        Map<String, String> boxes =
                Map.of("alert-" + two.get(0), "LOW", "alert-" + two.get(1), "LOW", "note", "a test");
        assertThat(analyst.submitForm(page, "/security/alerts/closures", boxes)
                        .expect(200)
                        .body())
                .contains("2 alerts are closed");
        assertThat(two)
                .allSatisfy(id ->
                        assertThat(monitoring().alert(id).orElseThrow().state()).isEqualTo(AlertState.CLOSED));
        HttpAnswer again = analyst.get("dash", "/security/alerts").expect(200);
        assertThat(analyst.submitForm(again, "/security/alerts/closures", Map.of("note", "none chosen"))
                        .expect(422)
                        .body())
                .contains("Choose 1 to 200 alerts");
        assertThat(analyst.submitForm(again, "/security/alerts/closures", Map.of())
                        .expect(422)
                        .body())
                .contains("Choose 1 to 200 alerts", "id=\"note-error\"");
    }

    @Test
    void theWorstStandsOnOverviewWhateverCameAfterIt() {
        UUID worst = reported("Worst of all", Severity.CRITICAL);
        IntStream.range(0, 6).forEach(number -> reported("Small " + number, Severity.LOW));
        assertThat(administrator.get("dash", "/").expect(200).body()).contains("/security/alerts/" + worst);
        monitoring().closeAll(Map.of(worst, Severity.CRITICAL), SENDER, "a test");
    }

    @Test
    void anAlertsPageStaysSmallHoweverManyEventsAreBehindIt() {
        AccountId about = new AccountId(UUID.randomUUID());
        IntStream.range(0, 60).forEach(number -> claimed(about, null));
        UUID alert = monitoring().alerts(AlertFilter.OPEN, null, 200).items().stream()
                .filter(each -> about.equals(each.userId()))
                .findFirst()
                .orElseThrow()
                .id();
        String page = administrator
                .get("dash", "/security/alerts/" + alert)
                .expect(200)
                .body();
        assertThat(page.length()).isLessThan(PAGE_BYTES_MAX);
        assertThat(page).contains("Show more").containsPattern("events=[0-9]+");
    }

    @Test
    void aBlockThatAnotherSystemSuggestsWaitsForAnAdministrator() {
        String address = "address-" + UUID.randomUUID();
        IntStream.range(0, 11).forEach(number -> claimed(null, address));
        UUID alert = monitoring().alerts(AlertFilter.OPEN, null, 200).items().stream()
                .filter(each -> address.equals(each.ipAddress()) && each.proposal() != null)
                .findFirst()
                .orElseThrow()
                .id();
        String path = "/security/alerts/" + alert;
        assertThat(analyst.get("dash", path).body()).contains("Proposed", "Ask an administrator");
        HttpAnswer page = administrator.get("dash", path).expect(200);
        assertThat(administrator
                        .submitForm(page, path + "/block", Map.of())
                        .expect(200)
                        .body())
                .contains("are refused")
                .doesNotContain("Proposed: refuse");
        HttpAnswer blocks = administrator.get("dash", "/security/blocks").expect(200);
        administrator
                .submitForm(blocks, "/security/blocks/lift", Map.of("address", address))
                .expect(200);
        FANZ.settle();
        assertThat(administrator.get("dash", path).body())
                .contains("Block lifted", "were refused, until", "let in again", "Proposed: refuse")
                .doesNotContain("are refused");
    }

    @Test
    void aStepOfAPlaybookIsTickedOffByNameAndTheTickTakenBack() {
        String path = "/security/alerts/" + withPlaybook();
        HttpAnswer page = analyst.get("dash", path).expect(200);
        HttpAnswer done = analyst.submitForm(page, path + "/steps/1", Map.of("done", "yes"));
        assertThat(done.expect(200).body()).contains("Done by ", "Step done", "Not done after all");
        HttpAnswer taken = analyst.submitForm(done, path + "/steps/1", Map.of("done", "no"));
        assertThat(taken.expect(200).body()).contains("Step not done after all").doesNotContain("Done by ");
        FANZ.users()
                .administrator()
                .client()
                .api("PUT", "/api/v1" + path + "/steps/9")
                .expect(404);
        String api = "/api/v1" + path + "/steps/2";
        for (int time = 0; time < 2; time++) {
            FANZ.users().administrator().client().api("PUT", api).expect(200);
        }
        assertThat(monitoring()
                        .history(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)))
                        .done())
                .hasSize(1);
        FANZ.users().administrator().client().api("DELETE", api).expect(200);
    }

    private static UUID withPlaybook() {
        return monitoring()
                .createSecurityAlert(
                        new NewAlert(
                                UUID.randomUUID().toString(),
                                AlertType.ANOMALY_DETECTED,
                                Severity.LOW,
                                "To be ticked off",
                                "Words",
                                Playbook.FRAUD_RESPONSE),
                        SENDER)
                .id();
    }

    private static UUID reported(String title, Severity severity) {
        return monitoring()
                .createSecurityAlert(
                        new NewAlert(
                                UUID.randomUUID().toString(),
                                AlertType.ANOMALY_DETECTED,
                                severity,
                                title,
                                "Words",
                                null),
                        SENDER)
                .id();
    }

    private static void claimed(AccountId about, String address) {
        SecurityEventCategory category =
                about == null ? SecurityEventCategory.AUTHENTICATION : SecurityEventCategory.DATA_ACCESS;
        monitoring()
                .ingestSecurityEvent(
                        NewSecurityEvent.of(
                                        SecurityEventSource.EXTERNAL_FEED,
                                        category,
                                        Severity.MEDIUM,
                                        "Claim",
                                        "Claimed by another system",
                                        Clock.systemUTC().instant())
                                .about(about)
                                .from(address, null, null, null),
                        SENDER);
    }

    private static ProgramClient page(SignedInUser user) {
        ProgramClient client = FANZ.client().withHeader("Accept", "text/html");
        client.cookie("dash", "fanz_session", user.client().token());
        return client;
    }

    private static Monitoring monitoring() {
        return FANZ.bean(Monitoring.class);
    }
}
