package network.fanz.security.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.DomainEvent;
import network.fanz.common.InvalidField;
import network.fanz.common.Money;
import network.fanz.security.fraud.events.FraudDetected;
import network.fanz.security.identity.events.AuthenticationAttempt;
import network.fanz.security.monitoring.alerts.Alerts;
import network.fanz.security.monitoring.alerts.PlaybookRunner;
import network.fanz.security.monitoring.ingestion.SecurityEventIngestion;
import network.fanz.security.ratelimit.RateLimits;
import network.fanz.testing.ManualClock;
import network.fanz.testing.TestModules;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Events in, alerts out, and what is done about them. Each test has its own account and address. */
@Tag("database")
class MonitoringTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final AccountId STAFF = AccountId.of("00000000-0000-8000-8000-000000000001");
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
        CLOCK.set(NOW);
        numbers++;
        account = new AccountId(new UUID(0x8000L, 0x8000_0000_0000_1000L + numbers));
        address = "address-number-%04d".formatted(numbers);
    }

    @Test
    void writesAnOutsidersEventDownAsItCame() {
        SecurityEvent event = monitoring.ingestSecurityEvent(
                event(Severity.LOW).about(account).with("attempts", 3).tagged("mfa"), STAFF);
        assertThat(monitoring.event(event.id())).contains(event);
        assertThat(event.metadata()).containsEntry("attempts", 3);
        assertThat(event.tags()).containsExactly("mfa");
        assertThat(event.at()).isEqualTo(NOW);
    }

    @Test
    void keepsTheSendersOwnDataSealedAndOpensItForAnAdministrator() {
        SecurityEvent event = monitoring.ingestSecurityEvent(
                event(Severity.LOW).about(account).withRawData("who@example.com"), STAFF);
        assertThat(event.rawDataKept()).isTrue();
        assertThat(monitoring.rawData(event.id(), STAFF)).isEqualTo("who@example.com");
        byte[] stored = database()
                .queryForObject(
                        "select raw_data from monitoring.security_event where id = ?", byte[].class, event.id());
        assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("example");
    }

    @Test
    void refusesAPlainAddress() {
        assertThatExceptionOfType(InvalidField.class)
                .isThrownBy(() -> monitoring.ingestSecurityEvent(
                        event(Severity.LOW).from("203.0.113.7", null, null, null), STAFF))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("ipAddress"));
    }

    @Test
    void noEventIsEverChanged() {
        SecurityEvent event = monitoring.ingestSecurityEvent(event(Severity.LOW), STAFF);
        for (var who :
                List.of(modules.database().asProgram(), modules.database().asOwner())) {
            assertThatThrownBy(() -> new JdbcTemplate(who)
                            .update("update monitoring.security_event set severity = 'INFO' where id = ?", event.id()))
                    .rootCause()
                    .hasMessageMatching("(?s).*(permission denied|history is never changed).*");
        }
    }

    @Test
    void tenFailuresFromAnAddressAreNoAttackAndElevenAre() {
        RateLimits limits = modules.bean(RateLimits.class);
        modules.publish(failures(10, NOW));
        assertThat(alerts(AlertType.BRUTE_FORCE)).isEmpty();
        assertThat(limits.blockedUntil(address)).isEmpty();

        modules.publish(failures(1, NOW.plusSeconds(20)));
        assertThat(alerts(AlertType.BRUTE_FORCE)).singleElement().satisfies(alert -> {
            assertThat(alert.severity()).isEqualTo(Severity.HIGH);
            assertThat(alert.count()).isEqualTo(11);
            assertThat(alert.state()).isEqualTo(AlertState.NEW);
            assertThat(monitoring.evidence(alert.id(), null, 50).items()).hasSize(11);
            assertThat(monitoring.history(alert.id()).steps())
                    .extracting(AlertHistory.PlaybookStep::step)
                    .containsExactly(PlaybookRunner.BLOCK_ADDRESS);
        });
        assertThat(limits.blockedUntil(address)).isPresent();
    }

    @Test
    void anAttackThatGoesOnAfterItsBlockWasLiftedIsBlockedAgain() {
        RateLimits limits = modules.bean(RateLimits.class);
        modules.publish(failures(11, NOW));
        CLOCK.forward(Duration.ofMinutes(1));
        limits.liftBlock(address, STAFF);
        modules.publish(failures(10, NOW.plusSeconds(61)));
        assertThat(limits.blockedUntil(address)).isEmpty();

        modules.publish(failures(1, NOW.plusSeconds(70)));
        assertThat(limits.blockedUntil(address)).isPresent();
        assertThat(alerts(AlertType.BRUTE_FORCE))
                .singleElement()
                .satisfies(alert -> assertThat(monitoring.history(alert.id()).steps())
                        .extracting(AlertHistory.PlaybookStep::step)
                        .containsExactly(PlaybookRunner.BLOCK_ADDRESS, PlaybookRunner.BLOCK_ADDRESS + "_2"));
    }

    @Test
    void aBlockIsNotedOnceHoweverLongTheAttackGoesOn() {
        modules.publish(failures(40, NOW));
        assertThat(alerts(AlertType.BRUTE_FORCE))
                .singleElement()
                .satisfies(alert ->
                        assertThat(monitoring.history(alert.id()).steps()).hasSize(1));
    }

    @Test
    void failuresThatAreSpreadOutAreNoAttack() {
        for (int minute = 0; minute < 20; minute++) {
            modules.publish(failures(1, NOW.plus(Duration.ofMinutes(minute))));
        }
        assertThat(alerts(AlertType.BRUTE_FORCE)).isEmpty();
    }

    @Test
    void theWindowOfAnAttackIsHalfOpen() {
        modules.publish(failures(1, NOW));
        modules.publish(failures(10, NOW.plus(Duration.ofMinutes(5))));
        assertThat(alerts(AlertType.BRUTE_FORCE)).isEmpty();
    }

    @Test
    void anAttackOfManyFailuresIsOneAlertThatCounts() {
        modules.publish(failures(200, NOW));
        assertThat(alerts(AlertType.BRUTE_FORCE))
                .singleElement()
                .satisfies(alert -> assertThat(alert.count()).isEqualTo(200));
        modules.settle();
        assertThat(monitoring
                        .events(
                                new SecurityEventFilter(null, SecurityEventCategory.NETWORK, null, null, null),
                                null,
                                200)
                        .items())
                .filteredOn(event -> address.equals(event.ipAddress()))
                .hasSize(1);
    }

    @Test
    void aBurstIsOneAlertHoweverItGrows() {
        IntStream.range(0, 5).forEach(number -> modules.publish(attempt(account, false, NOW.plusSeconds(number))));
        SecurityAlert small = onlyAlert();
        assertThat(small.severity()).isEqualTo(Severity.MEDIUM);
        modules.publish(failures(9, NOW.plusSeconds(20)));
        SecurityAlert grown = onlyAlert();
        assertThat(grown.id()).isEqualTo(small.id());
        assertThat(grown.count()).isEqualTo(14);
        assertThat(grown.severity()).isEqualTo(Severity.HIGH);
        assertThat(grown.type()).isEqualTo(AlertType.BRUTE_FORCE);
        assertThat(grown.title()).isEqualTo("Failed sign-ins from one address");
        assertThat(monitoring.evidence(grown.id(), null, 50).items()).hasSize(14);
        assertThat(monitoring.history(grown.id()).changes())
                .extracting(AlertHistory.AlertHistoryEntry::what)
                .containsExactly("RAISED", "WORSENED");
        modules.publish(failures(12, NOW.plus(Duration.ofHours(2))));
        assertThat(onlyAlert().count()).isEqualTo(16);
    }

    @Test
    void guessingAtOneAccountIsOneAlertAndItsOwnersMistakeElsewhereRaisesNone() {
        for (int number = 0; number < 14; number++) {
            modules.publish(attempt(account, false, NOW.plusSeconds(number)));
        }
        modules.publish(attempt(account, "address-of-the-owner", NOW.plusSeconds(20)));
        assertThat(onlyAlert().userId()).isEqualTo(account);
        assertThat(onlyAlert().count()).isEqualTo(14);
        modules.publish(failures(1, NOW.plusSeconds(30)));
        assertThat(onlyAlert().userId()).isNull();
    }

    @Test
    void guessingAtOneAccountFromManyAddressesIsSeenByTheAccount() {
        for (int number = 0; number < 6; number++) {
            modules.publish(attempt(account, "elsewhere-" + numbers + "-" + number, NOW.plusSeconds(number)));
        }
        assertThat(onlyAlert().title()).isEqualTo("Several suspicious events about one account");
        assertThat(onlyAlert().count()).isEqualTo(6);
    }

    @Test
    void whoIsAttackedIsSeenAlsoWhereEachAddressHasAnAlertOfItsOwn() {
        for (int number = 0; number < 64; number++) {
            modules.publish(attempt(account, "four-each-" + numbers + "-" + number / 4, NOW.plusSeconds(number)));
        }
        assertThat(onlyAlert().title()).isEqualTo("Several suspicious events about one account");
        assertThat(onlyAlert().count()).isGreaterThan(50);
        assertThat(onlyAlert().severity()).isEqualTo(Severity.HIGH);
    }

    @Test
    void aFewFailuresForNamesThatNobodyHasAreNoAlert() {
        modules.publish(failures(8, NOW));
        assertThat(monitoring.alerts(AlertFilter.ALL, null, 200).items())
                .noneMatch(alert -> alert.entity().equals(address));
    }

    @Test
    void fraudThatHasItsAlertRaisesNoSecond() {
        modules.publish(
                fraud("high", NOW),
                fraud("high", NOW.plusSeconds(1)),
                fraud("high", NOW.plusSeconds(2)),
                fraud("high", NOW.plusSeconds(3)),
                fraud("high", NOW.plusSeconds(4)));
        assertThat(onlyAlert().count()).isEqualTo(5);
    }

    @Test
    void successesNeverAddUpToAnAttack() {
        for (int number = 0; number < 20; number++) {
            modules.publish(attempt(account, true, NOW.plusSeconds(number)));
        }
        assertThat(alerts(AlertType.BRUTE_FORCE)).isEmpty();
        assertThat(alerts(AlertType.RELATED_EVENTS)).isEmpty();
    }

    @Test
    void moreThanThreeSuspiciousEventsAboutAnAccountBelongTogether() {
        modules.publish(
                attempt(account, false, NOW),
                attempt(account, false, NOW.plusSeconds(60)),
                attempt(account, false, NOW.plusSeconds(120)));
        assertThat(alerts(AlertType.RELATED_EVENTS)).isEmpty();
        modules.publish(attempt(account, false, NOW.plusSeconds(180)));
        assertThat(alerts(AlertType.RELATED_EVENTS))
                .singleElement()
                .satisfies(alert -> assertThat(alert.userId()).isEqualTo(account));
    }

    @Test
    void anEventThatIsDeliveredAgainChangesNothing() {
        FraudDetected fraud = fraud("critical", NOW);
        modules.publish(fraud);
        long events = count();
        modules.bean(org.springframework.transaction.support.TransactionTemplate.class)
                .executeWithoutResult(status -> modules.bean(SecurityEventIngestion.class)
                        .ingest(newestEventId(), event(Severity.CRITICAL).about(account)));
        assertThat(count()).isEqualTo(events);
    }

    @Test
    void fraudOfOneAccountIsOneAlertAsBadAsItsWorst() {
        modules.publish(fraud("high", NOW), fraud("critical", NOW.plusSeconds(1)), fraud("high", NOW.plusSeconds(2)));
        assertThat(alerts(AlertType.THREAT_DETECTED))
                .extracting(SecurityAlert::severity, SecurityAlert::count, SecurityAlert::playbook)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Severity.CRITICAL, 3L, Playbook.FRAUD_RESPONSE));
    }

    @Test
    void equalAlertsFromOutsideAreOneUntilItIsClosed() {
        NewAlert alert = alert("id-" + numbers);
        SecurityAlert first = monitoring.createSecurityAlert(alert, STAFF);
        CLOCK.forward(Duration.ofHours(9));
        assertThat(monitoring.createSecurityAlert(alert, STAFF))
                .satisfies(again -> assertThat(again.id()).isEqualTo(first.id()))
                .satisfies(again -> assertThat(again.count()).isEqualTo(2));
        monitoring.closeAll(Map.of(first.id(), Severity.CRITICAL), STAFF, "a test");
        CLOCK.forward(Duration.ofSeconds(1));
        assertThat(monitoring.createSecurityAlert(alert, STAFF))
                .satisfies(after -> assertThat(after.id()).isNotEqualTo(first.id()))
                .satisfies(after -> assertThat(after.previous()).isEqualTo(first.id()));
    }

    @Test
    void anAlertGoesFromNewOverAcknowledgedAndContainedToClosed() {
        UUID id = monitoring.createSecurityAlert(alert("walk"), STAFF).id();
        assertThat(monitoring.acknowledge(id, STAFF).acknowledgedBy()).isEqualTo(STAFF);
        assertThat(monitoring.contain(id, STAFF, "blocked").state()).isEqualTo(AlertState.CONTAINED);
        assertThat(monitoring.close(id, STAFF, AlertVerdict.TRUE_POSITIVE, null).verdict())
                .isEqualTo(AlertVerdict.TRUE_POSITIVE);
        assertThat(monitoring.history(id).changes())
                .extracting(AlertHistory.AlertHistoryEntry::what)
                .containsExactly("RAISED", "ACKNOWLEDGED", "CONTAINED", "CLOSED");
    }

    @Test
    void anAlertSkipsNoState() {
        UUID id = monitoring.createSecurityAlert(alert("skip"), STAFF).id();
        assertThatThrownBy(() -> monitoring.contain(id, STAFF, null)).isInstanceOf(AlertOutOfOrder.class);
        assertThatThrownBy(() -> monitoring.close(id, STAFF, AlertVerdict.FALSE_POSITIVE, null))
                .isInstanceOf(AlertOutOfOrder.class);
        monitoring.acknowledge(id, STAFF);
        assertThatThrownBy(() -> monitoring.close(id, STAFF, AlertVerdict.TRUE_POSITIVE, null))
                .isInstanceOf(AlertOutOfOrder.class);
        assertThat(monitoring
                        .close(id, STAFF, AlertVerdict.FALSE_POSITIVE, "a test")
                        .state())
                .isEqualTo(AlertState.CLOSED);
        assertThatThrownBy(() -> monitoring.contain(id, STAFF, null)).isInstanceOf(AlertOutOfOrder.class);
    }

    @Test
    void acknowledgingTwiceKeepsTheFirst() {
        UUID id = monitoring.createSecurityAlert(alert("twice"), STAFF).id();
        SecurityAlert first = monitoring.acknowledge(id, STAFF);
        CLOCK.forward(Duration.ofMinutes(1));
        assertThat(monitoring.acknowledge(id, account)).isEqualTo(first);
    }

    @Test
    void aFalseAlarmIsClosedWithItsReason() {
        UUID id = monitoring.createSecurityAlert(alert("reason"), STAFF).id();
        monitoring.acknowledge(id, STAFF);
        assertThatExceptionOfType(InvalidField.class)
                .isThrownBy(() -> monitoring.close(id, STAFF, AlertVerdict.FALSE_POSITIVE, " "))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("note"));
        assertThat(monitoring.alert(id).orElseThrow().state()).isEqualTo(AlertState.ACKNOWLEDGED);
    }

    @Test
    void showsAllThatCameFromAnAddressSignInsThatSucceededToo() {
        modules.publish(attempt(account, false, NOW), attempt(account, true, NOW.plusSeconds(1)));
        var from = monitoring.events(SecurityEventFilter.of(null, null, null, null, address), null, 50);
        assertThat(from.items()).extracting(SecurityEvent::severity).containsExactly(Severity.INFO, Severity.MEDIUM);
        assertThat(from.items())
                .allSatisfy(event -> assertThat(event.ipAddress()).isEqualTo(address));
        assertThatThrownBy(() -> SecurityEventFilter.of(null, null, null, null, "203.0.113.7"))
                .isInstanceOf(InvalidField.class);
    }

    @Test
    void countsWhatHasComeSinceTheNewestThatSomebodySees() {
        long newest = monitoring.createSecurityAlert(alert("before"), STAFF).seq();
        assertThat(monitoring.alertsSince(AlertFilter.OPEN, newest)).isZero();
        monitoring.createSecurityAlert(alert("since"), STAFF);
        assertThat(monitoring.alertsSince(AlertFilter.OPEN, newest)).isEqualTo(1);
        assertThat(monitoring.alertsSince(AlertFilter.of(null, "low"), newest)).isZero();
    }

    @Test
    void anAttackAfterClosingIsANewAlert() {
        modules.publish(failures(11, NOW));
        UUID id = alerts(AlertType.BRUTE_FORCE).getFirst().id();
        monitoring.acknowledge(id, STAFF);
        monitoring.close(id, STAFF, AlertVerdict.FALSE_POSITIVE, "a test");
        modules.publish(failures(1, NOW.plusSeconds(30)));
        assertThat(alerts(AlertType.BRUTE_FORCE)).hasSize(2);
    }

    @Test
    void criticalAlertsThatNobodyTakesUpEscalateAfterFiveMinutesAndOnce() {
        Alerts inner = modules.bean(Alerts.class);
        UUID id = raised(Severity.CRITICAL);
        CLOCK.forward(Duration.ofMinutes(5).minusNanos(1000));
        assertThat(escalated(inner)).doesNotContain(id);
        CLOCK.forward(Duration.ofNanos(1000));
        assertThat(escalated(inner)).contains(id);
        assertThat(escalated(inner)).doesNotContain(id);
        assertThat(monitoring.alert(id).orElseThrow().escalatedAt()).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
    }

    @Test
    void highAlertsWaitLongerAndOthersForEver() {
        Alerts inner = modules.bean(Alerts.class);
        UUID high = raised(Severity.HIGH);
        UUID medium = raised(Severity.MEDIUM);
        UUID taken = raised(Severity.HIGH);
        monitoring.acknowledge(taken, STAFF);
        CLOCK.forward(Duration.ofMinutes(30).minusNanos(1000));
        assertThat(escalated(inner)).doesNotContain(high);
        CLOCK.forward(Duration.ofNanos(1000));
        assertThat(escalated(inner)).contains(high).doesNotContain(medium, taken);
        CLOCK.forward(Duration.ofDays(1));
        assertThat(escalated(inner)).doesNotContain(high, medium, taken);
    }

    @Test
    void listsFilterByTheAddressBarsWords() {
        monitoring.ingestSecurityEvent(event(Severity.LOW), STAFF);
        monitoring.ingestSecurityEvent(event(Severity.INFO), STAFF);
        var page = monitoring.events(SecurityEventFilter.of("low", "SYSTEM", "application", null, null), null, 1);
        assertThat(page.items())
                .allSatisfy(event -> assertThat(event.severity()).isEqualTo(Severity.LOW));
        assertThatThrownBy(() -> SecurityEventFilter.of("lowest", null, null, null, null))
                .isInstanceOf(InvalidField.class);
        assertThatThrownBy(() -> monitoring.events(SecurityEventFilter.ALL, "x", 1))
                .isInstanceOf(InvalidField.class);
    }

    private static UUID raised(Severity severity) {
        numbers++;
        return monitoring
                .createSecurityAlert(
                        new NewAlert("late-" + numbers, AlertType.THREAT_DETECTED, severity, "Late", "Late", null),
                        STAFF)
                .id();
    }

    private List<UUID> escalated(Alerts inner) {
        return modules.bean(org.springframework.transaction.support.TransactionTemplate.class)
                .execute(status -> inner.escalate(Duration.ofMinutes(5), Duration.ofMinutes(30)).stream()
                        .map(SecurityAlert::id)
                        .toList());
    }

    private List<SecurityAlert> alerts(AlertType type) {
        return monitoring.alerts(AlertFilter.ALL, null, 200).items().stream()
                .filter(alert -> alert.type() == type)
                .filter(alert -> account.equals(alert.userId()) || address.equals(alert.ipAddress()))
                .toList();
    }

    /** Failures of nobody's account, a second apart. */
    private DomainEvent[] failures(int count, Instant from) {
        DomainEvent[] events = new DomainEvent[count];
        for (int number = 0; number < count; number++) {
            events[number] = attempt(null, false, from.plusMillis(number));
        }
        return events;
    }

    private SecurityAlert onlyAlert() {
        List<SecurityAlert> found = monitoring.alerts(AlertFilter.ALL, null, 200).items().stream()
                .filter(alert ->
                        alert.entity().equals(address) || alert.entity().equals(account.toString()))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private AuthenticationAttempt attempt(AccountId who, String from, Instant at) {
        return attempt(who, false, from, at);
    }

    private AuthenticationAttempt attempt(AccountId who, boolean success, Instant at) {
        return attempt(who, success, address, at);
    }

    private static AuthenticationAttempt attempt(AccountId who, boolean success, String from, Instant at) {
        return new AuthenticationAttempt(
                who,
                "password",
                success,
                success,
                success ? null : "wrong_password",
                from,
                "agent-hash-of-somebody",
                "auth",
                null,
                1,
                at);
    }

    private FraudDetected fraud(String level, Instant at) {
        return new FraudDetected(
                UUID.randomUUID(),
                UUID.randomUUID(),
                account,
                level,
                level.equals("high") ? 61 : 91,
                List.of("velocity_payments"),
                Money.of(Asset.USD, 41_200),
                "tube",
                at,
                null,
                null);
    }

    private static NewAlert alert(String id) {
        return new NewAlert(
                id, AlertType.THREAT_DETECTED, Severity.HIGH, "High-Risk Transaction Detected", "Payment " + id, null);
    }

    private static NewSecurityEvent event(Severity severity) {
        return NewSecurityEvent.of(
                SecurityEventSource.APPLICATION,
                SecurityEventCategory.SYSTEM,
                severity,
                "Something",
                "Something happened",
                NOW);
    }

    private static JdbcTemplate database() {
        return new JdbcTemplate(modules.database().asProgram());
    }

    private static long count() {
        return database().queryForObject("select count(*) from monitoring.security_event", Long.class);
    }

    private static UUID newestEventId() {
        return database()
                .queryForObject("select id from monitoring.security_event order by seq desc limit 1", UUID.class);
    }
}
