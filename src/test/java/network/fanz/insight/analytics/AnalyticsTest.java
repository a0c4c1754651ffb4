package network.fanz.insight.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.InvalidField;
import network.fanz.common.Money;
import network.fanz.content.audience.events.ViewsCounted;
import network.fanz.content.catalogue.events.ReleaseMoved;
import network.fanz.finance.payments.events.PaymentRefunded;
import network.fanz.finance.payments.events.PaymentSettled;
import network.fanz.platform.events.ParkedEvents;
import network.fanz.security.identity.events.AuthenticationAttempt;
import network.fanz.security.identity.events.EmailVerified;
import network.fanz.security.monitoring.events.AlertChanged;
import network.fanz.testing.ManualClock;
import network.fanz.testing.TestModules;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The executive figures, told by events and read back. */
@Tag("database")
class AnalyticsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final AccountId FAN = account(1);
    private static final AccountId CREATOR = account(2);

    private final ManualClock clock = new ManualClock(NOW);
    private TestModules modules;
    private Analytics analytics;

    @BeforeEach
    void start() {
        modules = TestModules.start(clock, "platform.events", "finance.currency", "insight.analytics");
        analytics = modules.bean(Analytics.class);
    }

    @AfterEach
    void stop() {
        modules.close();
    }

    @Test
    void saysNoDataBeforeAnythingWasCounted() {
        assertThat(analytics.executiveDashboardData(DashboardPeriod.MONTH).figures())
                .allSatisfy(figure -> {
                    assertThat(figure.value()).as(figure.id()).isNull();
                    assertThat(figure.previous()).as(figure.id()).isNull();
                    assertThat(figure.definition()).as(figure.id()).endsWith(".");
                });
    }

    @Test
    void saysZeroWhereNothingHappenedSinceCountingBegan() {
        modules.publish(settled(1, FAN, CREATOR, "tip", 1000, NOW.minus(Duration.ofDays(20))));
        Figure week = analytics.figure(Metric.TRANSACTIONS, DashboardPeriod.WEEK);
        assertThat(week.value()).isEqualTo(BigInteger.ZERO);
        assertThat(week.previous()).isEqualTo(BigInteger.ZERO);
        assertThat(analytics.figure(Metric.AVERAGE_VALUE, DashboardPeriod.WEEK).value())
                .isNull();
    }

    @Test
    void countsRevenueByKindLessWhatWasGivenBack() {
        modules.publish(
                settled(1, FAN, CREATOR, "tip", 1000, NOW.minus(Duration.ofDays(3))),
                settled(2, FAN, CREATOR, "pass", 500, NOW.minus(Duration.ofDays(2))),
                settled(3, FAN, account(3), "pass", 2000, NOW.minus(Duration.ofDays(9))),
                refunded(3, FAN, account(3), "pass", 2000, NOW.minus(Duration.ofDays(1))));
        Figure revenue = analytics.figure(Metric.REVENUE, DashboardPeriod.WEEK);
        assertThat(revenue.value()).isEqualTo(100 + 50 - 200);
        assertThat(revenue.previous()).isEqualTo(200);
        assertThat(revenue.parts())
                .containsExactly(
                        new Figure.FigurePart("pass", BigInteger.valueOf(-150), BigInteger.valueOf(200)),
                        new Figure.FigurePart("tip", BigInteger.valueOf(100), BigInteger.ZERO));
        assertThat(value(Metric.VOLUME)).isEqualTo(1500);
        assertThat(value(Metric.TRANSACTIONS)).isEqualTo(2);
        assertThat(value(Metric.AVERAGE_VALUE)).isEqualTo(750);
        assertThat(value(Metric.ACTIVE_CREATORS)).isEqualTo(1);
        assertThat(value(Metric.AVERAGE_EARNINGS)).isEqualTo(900 + 450 - 1800);
    }

    @Test
    void leavesOtherAssetsOutOfASum() {
        modules.publish(
                settled(1, FAN, CREATOR, "tip", 1000, NOW.minusSeconds(60)),
                new PaymentSettled(
                        id(2),
                        FAN,
                        CREATOR,
                        "tip",
                        null,
                        Money.of(Asset.EUR, 5),
                        Money.of(Asset.EUR, 1),
                        Money.of(Asset.EUR, 4),
                        "tube",
                        NOW.minusSeconds(50)));
        assertThat(value(Metric.VOLUME)).isEqualTo(1000);
    }

    @Test
    void countsAPeriodHalfOpen() {
        Instant start = Instant.parse("2026-11-16T00:00:00Z");
        modules.publish(
                settled(1, FAN, CREATOR, "tip", 1, start.minusNanos(1000)),
                settled(2, FAN, CREATOR, "tip", 10, start),
                settled(3, FAN, CREATOR, "tip", 100, NOW.minusNanos(1000)),
                settled(4, FAN, CREATOR, "tip", 1000, NOW));
        assertThat(value(Metric.VOLUME)).isEqualTo(110);
    }

    @Test
    void countsAnAccountOnceADay() {
        modules.publish(
                signedIn(FAN, NOW.minus(Duration.ofHours(30))),
                signedIn(FAN, NOW.minus(Duration.ofHours(29))),
                signedIn(CREATOR, NOW.minus(Duration.ofHours(29))),
                signedIn(FAN, NOW.minus(Duration.ofHours(1))),
                failedToSignIn(account(3), NOW.minus(Duration.ofHours(1))));
        Figure users = analytics.figure(Metric.DAILY_ACTIVE_USERS, DashboardPeriod.WEEK);
        assertThat(users.series().subList(4, 7))
                .containsExactly(
                        new Figure.DailyValue(LocalDate.parse("2026-11-20"), null),
                        new Figure.DailyValue(LocalDate.parse("2026-11-21"), BigInteger.TWO),
                        new Figure.DailyValue(LocalDate.parse("2026-11-22"), BigInteger.ONE));
        assertThat(users.value()).isEqualTo(1);
    }

    @Test
    void countsVerifiedAccountsAndOpenAlertsAsTheyStand() {
        modules.publish(
                new EmailVerified(FAN, NOW.minus(Duration.ofDays(10))),
                new EmailVerified(CREATOR, NOW.minus(Duration.ofDays(2))),
                new EmailVerified(CREATOR, NOW.minus(Duration.ofDays(1))),
                new AlertChanged(id(7), "HIGH", "NEW", NOW.minus(Duration.ofDays(8))),
                new AlertChanged(id(8), "HIGH", "NEW", NOW.minus(Duration.ofDays(8))),
                new AlertChanged(id(7), "HIGH", "CLOSED", NOW.minus(Duration.ofDays(1))));
        Figure accounts = analytics.figure(Metric.VERIFIED_ACCOUNTS, DashboardPeriod.WEEK);
        assertThat(accounts.value()).isEqualTo(2);
        assertThat(accounts.previous()).isEqualTo(1);
        Figure alerts = analytics.figure(Metric.OPEN_ALERTS, DashboardPeriod.WEEK);
        assertThat(alerts.value()).isEqualTo(1);
        assertThat(alerts.previous()).isEqualTo(2);
    }

    @Test
    void givesTheRowsBehindAFigureAndTheyAddUpToIt() {
        for (int number = 1; number <= 7; number++) {
            modules.publish(settled(number, FAN, CREATOR, "tip", 10 * number, NOW.minusSeconds(60 * number)));
        }
        var first = analytics.rows(Metric.VOLUME, DashboardPeriod.WEEK, null, 4);
        var rest = analytics.rows(Metric.VOLUME, DashboardPeriod.WEEK, first.next(), 4);
        assertThat(rest.next()).isNull();
        BigInteger sum = java.util.stream.Stream.concat(first.items().stream(), rest.items().stream())
                .map(row -> row.amount().units())
                .reduce(BigInteger.ZERO, BigInteger::add);
        assertThat(sum).isEqualTo(value(Metric.VOLUME));
        assertThatThrownBy(() -> analytics.rows(Metric.VOLUME, DashboardPeriod.WEEK, "junk", 4))
                .isInstanceOf(InvalidField.class);
    }

    /** Each figure, and what its definition makes of its rows. */
    @Test
    void theRowsOfEveryFigureMakeItUp() {
        modules.publish(RandomEvents.events(new java.util.Random(11), NOW, 600));
        for (DashboardPeriod length : DashboardPeriod.values()) {
            for (Metric metric : Metric.values()) {
                assertThat(made(metric, length, allRows(metric, length)))
                        .as(metric + " over " + length)
                        .isEqualTo(analytics.figure(metric, length).value());
            }
        }
    }

    private BigInteger made(Metric metric, DashboardPeriod length, List<FigureRow> rows) {
        BigInteger count = BigInteger.valueOf(rows.size());
        return switch (metric) {
            case REVENUE, VOLUME -> sum(rows);
            case TRANSACTIONS, VERIFIED_ACCOUNTS, ACTIVE_CREATORS, OPEN_ALERTS -> count;
            case AVERAGE_VALUE -> mean(sum(rows), count);
            case AVERAGE_EARNINGS ->
                mean(sum(rows), analytics.figure(Metric.ACTIVE_CREATORS, length).value());
            case DAILY_ACTIVE_USERS -> {
                long days = analytics.figure(metric, length).series().stream()
                        .filter(point -> point.value() != null)
                        .count();
                yield mean(count, BigInteger.valueOf(days));
            }
            case WORKS_PUBLISHED -> count;
            case VIEWS ->
                BigInteger.valueOf(counts(rows).mapToLong(each -> each).sum());
            case SHARE_DECIDED ->
                mean(
                        BigInteger.valueOf(
                                100 * counts(rows).mapToLong(each -> each).sum()),
                        count);
            case DECISION_MEDIAN -> percentile(rows, 50);
            case DECISION_P95 -> percentile(rows, 95);
        };
    }

    private static BigInteger mean(BigInteger sum, BigInteger count) {
        if (count.signum() == 0) {
            return null;
        }
        BigInteger[] parts = sum.divideAndRemainder(count);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    private static Stream<Long> counts(List<FigureRow> rows) {
        return rows.stream().map(FigureRow::count);
    }

    private static BigInteger percentile(List<FigureRow> rows, int percent) {
        List<Long> sorted = counts(rows).sorted().toList();
        return sorted.isEmpty() ? null : BigInteger.valueOf(sorted.get(Math.ceilDiv(sorted.size() * percent, 100) - 1));
    }

    private static BigInteger sum(List<FigureRow> rows) {
        return rows.stream().map(row -> row.amount().units()).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private List<FigureRow> allRows(Metric metric, DashboardPeriod length) {
        List<FigureRow> all = new java.util.ArrayList<>();
        String after = null;
        do {
            var page = analytics.rows(metric, length, after, 50);
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        return all;
    }

    @Test
    void everyFigureHasRows() {
        modules.publish(
                settled(1, FAN, CREATOR, "tip", 1000, NOW.minusSeconds(9)),
                signedIn(FAN, NOW.minusSeconds(8)),
                new EmailVerified(FAN, NOW.minusSeconds(7)),
                new AlertChanged(id(7), "HIGH", "NEW", NOW.minusSeconds(6)),
                moved(8, "received", NOW.minusSeconds(5)),
                moved(8, "published", NOW.minusSeconds(4)),
                viewed(9, 3, NOW.minusSeconds(3)));
        for (Metric metric : Metric.values()) {
            assertThat(analytics.rows(metric, DashboardPeriod.TODAY, null, 10).items())
                    .as(metric.label())
                    .hasSize(1);
        }
    }

    @Test
    void aRebuildByReplayGivesEqualFigures() {
        modules.publish(RandomEvents.events(new java.util.Random(20261122), NOW, 400));
        List<ExecutiveDashboard> before = all();
        replay();
        awaitRead(2);
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void untilAllIsCountedAnewTheFiguresAsCountedBeforeAreShown() throws SQLException {
        modules.publish(RandomEvents.events(new java.util.Random(3), NOW, 200));
        List<ExecutiveDashboard> before = all();
        try (Connection holder = modules.database().asProgram().getConnection()) {
            // While this is held, what is counted anew cannot take the place of what is read.
            lock(holder, "pg_advisory_lock");
            replay();
            Awaitility.await().until(() -> analytics.progress().recounted() == 99);
            assertThat(all()).isEqualTo(before);
            lock(holder, "pg_advisory_unlock");
        }
        awaitRead(2);
        assertThat(analytics.progress().recounted()).isNull();
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void whatHappensWhileAllIsCountedAnewCountsOnce() {
        modules.publish(RandomEvents.events(new java.util.Random(4), NOW, 300));
        BigInteger before = value(Metric.VOLUME);
        replay();
        modules.publish(settled(9001, FAN, CREATOR, "tip", 1000, NOW.minusSeconds(60)));
        awaitRead(2);
        assertThat(value(Metric.VOLUME)).isEqualTo(before.add(BigInteger.valueOf(1000)));
    }

    /** What nobody reads any more is swept away, and the figures stay. */
    @Test
    void whatWasCountedBeforeIsSweptAwayLater() {
        modules.publish(RandomEvents.events(new java.util.Random(6), NOW, 100));
        List<ExecutiveDashboard> before = all();
        replay();
        awaitRead(2);
        clock.forward(Duration.ofMinutes(11));
        modules.bean(FactGenerationStore.class).sweep();
        clock.set(NOW);
        assertThat(JdbcClient.create(modules.database().asProgram())
                        .sql("select distinct generation from analytics.payment")
                        .query(Integer.class)
                        .list())
                .containsExactly(2);
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void aPeriodThatWasNotCountedWholeIsNotComparedWith() {
        modules.publish(settled(1, FAN, CREATOR, "tip", 1000, NOW.minus(Duration.ofDays(9))));
        Figure week = analytics.figure(Metric.VOLUME, DashboardPeriod.WEEK);
        assertThat(week.comparable()).isFalse();
        assertThat(week.since()).isEqualTo(NOW.minus(Duration.ofDays(9)));
        assertThat(analytics.figure(Metric.VOLUME, DashboardPeriod.TODAY).comparable())
                .isTrue();
    }

    @Test
    void givesAllRowsOfAFigureAsTheyAreAtOneMoment() {
        modules.publish(RandomEvents.events(new java.util.Random(8), NOW, 300));
        for (Metric metric : Metric.values()) {
            List<FigureRow> whole = new java.util.ArrayList<>();
            analytics.forEachRow(metric, DashboardPeriod.YEAR, whole::add);
            assertThat(whole).as(metric.label()).isEqualTo(allRows(metric, DashboardPeriod.YEAR));
        }
    }

    private void replay() {
        modules.bean(ParkedEvents.class).replay(AnalyticsConfiguration.SUBSCRIPTION, CREATOR);
    }

    private void awaitRead(int generation) {
        Awaitility.await().until(() -> modules.bean(FactGenerationStore.class).read() == generation);
        modules.settle();
    }

    private static void lock(Connection holder, String function) throws SQLException {
        try (var statement = holder.createStatement()) {
            statement.execute("select " + function + "(77, hashtext('" + AnalyticsConfiguration.SUBSCRIPTION + "'))");
        }
    }

    @Test
    void equalsARecountByHandOfRandomEvents() {
        var events = RandomEvents.events(new java.util.Random(7), NOW, 600);
        modules.publish(events);
        for (DashboardPeriod length : DashboardPeriod.values()) {
            var period = length.endingAt(NOW);
            for (Metric metric : Metric.values()) {
                assertThat(analytics.figure(metric, length).value())
                        .as(metric + " over " + length)
                        .isEqualTo(Recount.of(metric, List.of(events), period));
            }
        }
    }

    private List<ExecutiveDashboard> all() {
        return java.util.Arrays.stream(DashboardPeriod.values())
                .map(analytics::executiveDashboardData)
                .toList();
    }

    private BigInteger value(Metric metric) {
        return analytics.figure(metric, DashboardPeriod.WEEK).value();
    }

    static PaymentSettled settled(int number, AccountId buyer, AccountId seller, String kind, long price, Instant at) {
        return new PaymentSettled(
                id(number),
                buyer,
                seller,
                kind,
                null,
                usd(price),
                usd(price / 10),
                usd(price - price / 10),
                "tube",
                at);
    }

    static PaymentRefunded refunded(
            int number, AccountId buyer, AccountId seller, String kind, long price, Instant at) {
        return new PaymentRefunded(
                id(number),
                buyer,
                seller,
                kind,
                null,
                usd(price),
                usd(price / 10),
                usd(price - price / 10),
                "tube",
                at);
    }

    static AuthenticationAttempt signedIn(AccountId account, Instant at) {
        return new AuthenticationAttempt(
                account, "password", true, true, null, "a".repeat(43), "b", "auth", null, 0, at);
    }

    static AuthenticationAttempt failedToSignIn(AccountId account, Instant at) {
        return new AuthenticationAttempt(
                account, "password", false, false, "wrong_password", "a".repeat(43), "b", "auth", null, 1, at);
    }

    private static Money usd(long units) {
        return Money.of(Asset.USD, units);
    }

    static ReleaseMoved moved(int number, String state, Instant at) {
        return new ReleaseMoved(id(number), id(number), account(100), state, null, at);
    }

    static ViewsCounted viewed(int number, long views, Instant hour) {
        return new ViewsCounted(id(number), id(1), account(100), hour, views);
    }

    static UUID id(int number) {
        return new UUID(0x8000L, 0x8000_0000_0000_0000L + number);
    }

    static AccountId account(int number) {
        return new AccountId(new UUID(0x8000L, 0x9000_0000_0000_0000L + number));
    }
}
