package network.fanz.security.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import network.fanz.common.AccountId;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.security.monitoring.alerts.Alerts;
import network.fanz.security.ratelimit.RateLimits;
import network.fanz.testing.ManualClock;
import network.fanz.testing.TestModules;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** What an alert is about, how bad it is, when it ends, and who decides what is done. Each test has its own account and address. */
@Tag("database")
class AlertLifeTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final AccountId SENDER = AccountId.of("00000000-0000-8000-8000-000000000001");
    private static final AccountId OTHER = AccountId.of("00000000-0000-8000-8000-000000000002");
    private static final ManualClock CLOCK = new ManualClock(NOW);

    private static TestModules modules;
    private static Monitoring monitoring;
    private static int numbers;

    private AccountId account;
    private String address;

    @BeforeAll
    static void start() {
        modules = TestModules.start(
                CLOCK,
                "platform.events",
                "platform.vault",
                "security.audit",
                "security.ratelimit",
                "security.monitoring");
        monitoring = modules.bean(Monitoring.class);
    }

    @AfterAll
    static void stop() {
        modules.close();
    }

    @BeforeEach
    void somebodyNew() {
        CLOCK.forward(Duration.ofMinutes(30));
        numbers++;
        account = new AccountId(new UUID(0x8000L, 0x8000_0000_0000_2000L + numbers));
        address = "address-of-life-%04d".formatted(numbers);
    }

    @Test
    void aSecondReportOfAContainedAlertOpensItAgainAndBothAreKept() {
        UUID id = report("Data leak", Severity.CRITICAL, "First words").id();
        monitoring.acknowledge(id, OTHER);
        monitoring.contain(id, OTHER, "done");
        CLOCK.forward(Duration.ofSeconds(1));
        SecurityAlert again = report("Data leak", Severity.CRITICAL, "Other words");
        assertThat(again.id()).isEqualTo(id);
        assertThat(again.state()).isEqualTo(AlertState.NEW);
        assertThat(monitoring.reports(id, null, 50).items())
                .extracting(ReportedFinding::description)
                .containsExactly("Other words", "First words");
        CLOCK.forward(Duration.ofMinutes(5));
        assertThat(escalated()).contains(id);
    }

    @Test
    void aWorseReportMakesItsAlertWorseAndCallsPeopleAgain() {
        UUID id = report("Odd traffic", Severity.LOW, "A little").id();
        monitoring.acknowledge(id, OTHER);
        SecurityAlert worse = report("Odd traffic", Severity.CRITICAL, "A lot");
        assertThat(worse.id()).isEqualTo(id);
        assertThat(worse.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(worse.state()).isEqualTo(AlertState.NEW);
        assertThat(monitoring.history(id).changes())
                .extracting(AlertHistory.AlertHistoryEntry::what)
                .containsExactly("RAISED", "ACKNOWLEDGED", "WORSENED", "REOPENED");
        assertThat(report("Odd traffic", Severity.INFO, "Less").severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void everyCriticalEventIsAnAlertThatCallsPeople() {
        claim(Severity.CRITICAL, SecurityEventCategory.DATA_ACCESS, null);
        SecurityAlert alert = only();
        assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
        CLOCK.forward(Duration.ofMinutes(5));
        assertThat(escalated()).contains(alert.id());
    }

    @Test
    void anAlertOfSeveralEventsIsAsBadAsItsWorst() {
        IntStream.range(0, 3).forEach(n -> claim(Severity.MEDIUM, SecurityEventCategory.DATA_ACCESS, null));
        claim(Severity.HIGH, SecurityEventCategory.DATA_ACCESS, null);
        assertThat(only().severity()).isEqualTo(Severity.HIGH);
    }

    @Test
    void manyEqualEventsAreWorseThanOne() {
        IntStream.range(0, 49).forEach(n -> claim(Severity.MEDIUM, SecurityEventCategory.DATA_ACCESS, null));
        assertThat(only().severity()).isEqualTo(Severity.MEDIUM);
        claim(Severity.MEDIUM, SecurityEventCategory.DATA_ACCESS, null);
        assertThat(only().severity()).isEqualTo(Severity.HIGH);
    }

    @Test
    void aLaterBurstCountsTheOpenAlertUp() {
        IntStream.range(0, 4).forEach(n -> claim(Severity.MEDIUM, SecurityEventCategory.DATA_ACCESS, null));
        CLOCK.forward(Duration.ofHours(3));
        IntStream.range(0, 4).forEach(n -> claim(Severity.MEDIUM, SecurityEventCategory.DATA_ACCESS, null));
        assertThat(only().count()).isEqualTo(5);
    }

    @Test
    void whatStaysQuietForADayIsClosedByRuleAndSaysWhy() {
        UUID small =
                report("Four typing errors", Severity.MEDIUM, "Nothing more").id();
        UUID high = report("High", Severity.HIGH, "Stays").id();
        UUID taken = report("Taken", Severity.MEDIUM, "Stays").id();
        monitoring.acknowledge(taken, OTHER);
        CLOCK.forward(Duration.ofHours(24).minusMillis(1));
        expire();
        assertThat(alert(small).state()).isEqualTo(AlertState.NEW);
        CLOCK.forward(Duration.ofMillis(1));
        expire();
        assertThat(alert(small).verdict()).isEqualTo(AlertVerdict.EXPIRED);
        assertThat(monitoring.history(small).changes().getLast().note()).contains("by rule", "24 hours");
        assertThat(alert(high).state()).isEqualTo(AlertState.NEW);
        assertThat(alert(taken).state()).isEqualTo(AlertState.ACKNOWLEDGED);
    }

    @Test
    void severalAreClosedAtOnceAndASecondTimeNothingHappens() {
        UUID one = report("One", Severity.HIGH, "x").id();
        UUID two = report("Two", Severity.LOW, "x").id();
        monitoring.acknowledge(two, OTHER);
        Map<UUID, Severity> both = Map.of(one, Severity.HIGH, two, Severity.LOW);
        assertThat(monitoring.closeAll(both, SENDER, "a test").closed()).containsExactlyInAnyOrder(one, two);
        assertThat(monitoring.closeAll(both, SENDER, "a test").alreadyClosed()).containsExactlyInAnyOrder(one, two);
        assertThat(alert(one).verdict()).isEqualTo(AlertVerdict.FALSE_POSITIVE);
        assertThat(alert(two).acknowledgedBy()).isEqualTo(OTHER);
        assertThatThrownBy(() -> monitoring.closeAll(both, SENDER, " ")).isInstanceOf(InvalidField.class);
        assertThatThrownBy(() -> monitoring.closeAll(Map.of(UUID.randomUUID(), Severity.LOW), SENDER, "x"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whatHasBecomeWorseSinceItWasReadIsNotClosedWithTheRest() {
        UUID grown = report("Grown", Severity.MEDIUM, "x").id();
        UUID same = report("Same", Severity.LOW, "x").id();
        report("Grown", Severity.HIGH, "x");
        assertThatThrownBy(() -> monitoring.closeAll(
                        Map.of(same, Severity.LOW, grown, Severity.MEDIUM), SENDER, "typing errors"))
                .isInstanceOf(AlertOutOfOrder.class)
                .hasMessageContaining("has become worse since you read it: it is high now");
        assertThat(alert(grown).state()).isEqualTo(AlertState.NEW);
        assertThat(alert(same).state()).isEqualTo(AlertState.NEW);
    }

    @Test
    void theWorstOpenAlertStandsFirstWhateverCameAfterIt() {
        UUID critical = report("Worst", Severity.CRITICAL, "x").id();
        IntStream.range(0, 7).forEach(n -> report("Small " + n, Severity.LOW, "x"));
        var first = monitoring.alerts(AlertFilter.OPEN, null, 3);
        assertThat(first.items())
                .extracting(SecurityAlert::severity)
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(first.items()).extracting(SecurityAlert::id).contains(critical);
        var second = monitoring.alerts(AlertFilter.OPEN, first.next(), 200);
        assertThat(second.items())
                .extracting(SecurityAlert::id)
                .doesNotContainAnyElementsOf(
                        first.items().stream().map(SecurityAlert::id).toList());
        assertThat(first.items().size() + second.items().size()).isEqualTo((int) monitoring.openAlerts());
    }

    @Test
    void inventedFailuresBlockNobodyUntilAnotherPersonConfirms() {
        RateLimits limits = modules.bean(RateLimits.class);
        IntStream.range(0, 11).forEach(n -> claim(Severity.MEDIUM, SecurityEventCategory.AUTHENTICATION, address));
        assertThat(limits.blockedUntil(address)).isEmpty();
        SecurityAlert alert = alerts().stream()
                .filter(each -> each.proposal() == AlertProposal.BLOCK_ADDRESS)
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> monitoring.confirmBlock(alert.id(), SENDER)).isInstanceOf(OwnReport.class);
        assertThat(limits.blockedUntil(address)).isEmpty();
        monitoring.confirmBlock(alert.id(), OTHER);
        monitoring.confirmBlock(alert.id(), OTHER);
        assertThat(limits.blockedUntil(address)).isPresent();
        assertThat(monitoring.history(alert.id()).steps()).hasSize(1);
    }

    @Test
    void onlyWhatProposesABlockCanBeConfirmed() {
        UUID id = report("Anything", Severity.HIGH, "x").id();
        assertThatThrownBy(() -> monitoring.confirmBlock(id, OTHER)).isInstanceOf(NotFound.class);
    }

    @Test
    void eventsBehindAnAlertComeInPages() {
        IntStream.range(0, 30).forEach(n -> claim(Severity.MEDIUM, SecurityEventCategory.DATA_ACCESS, null));
        UUID id = only().id();
        var first = monitoring.evidence(id, null, 20);
        var rest = monitoring.evidence(id, first.next(), 20);
        assertThat(first.items()).hasSize(20);
        assertThat(rest.items()).hasSize(10);
        assertThat(rest.next()).isNull();
    }

    private SecurityAlert report(String title, Severity severity, String words) {
        return monitoring.createSecurityAlert(
                new NewAlert(null, AlertType.ANOMALY_DETECTED, severity, title + " " + numbers, words, null), SENDER);
    }

    private void claim(Severity severity, SecurityEventCategory category, String from) {
        CLOCK.forward(Duration.ofMillis(10));
        NewSecurityEvent event = NewSecurityEvent.of(
                        SecurityEventSource.EXTERNAL_FEED, category, severity, "Claim", "Claimed", CLOCK.instant())
                .from(from, null, null, null);
        monitoring.ingestSecurityEvent(from == null ? event.about(account) : event, SENDER);
    }

    private List<SecurityAlert> alerts() {
        return monitoring.alerts(AlertFilter.ALL, null, 200).items().stream()
                .filter(alert -> account.equals(alert.userId()) || address.equals(alert.ipAddress()))
                .toList();
    }

    private SecurityAlert only() {
        assertThat(alerts()).hasSize(1);
        return alerts().getFirst();
    }

    private static SecurityAlert alert(UUID id) {
        return monitoring.alert(id).orElseThrow();
    }

    private static void expire() {
        modules.bean(TransactionTemplate.class)
                .executeWithoutResult(status -> modules.bean(Alerts.class).expire(Duration.ofHours(24)));
    }

    private static List<UUID> escalated() {
        return modules.bean(TransactionTemplate.class)
                .execute(status ->
                        modules.bean(Alerts.class).escalate(Duration.ofMinutes(5), Duration.ofMinutes(30)).stream()
                                .map(SecurityAlert::id)
                                .toList());
    }
}
