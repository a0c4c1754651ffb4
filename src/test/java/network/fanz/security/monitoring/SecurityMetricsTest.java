package network.fanz.security.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import network.fanz.common.Period;
import network.fanz.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The metrics against a recount by hand, over random events around the edges of the period. */
@Tag("database")
class SecurityMetricsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Period DAY = MetricsPeriod.LAST_24H.endingAt(NOW);
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final JdbcTemplate owner = new JdbcTemplate(DATABASE.asOwnerOnOneConnection());
    private final SecurityMetricsStore store = new SecurityMetricsStore(JdbcClient.create(DATABASE.asProgram()));
    private final List<Event> events = new ArrayList<>();
    private final List<Alert> alerts = new ArrayList<>();

    record Event(Instant at, SecurityEventSource source, SecurityEventCategory category, Severity severity) {}

    record Alert(
            Severity severity,
            Instant eventAt,
            Instant createdAt,
            Instant acknowledgedAt,
            Instant containedAt,
            Instant closedAt,
            AlertVerdict verdict,
            Instant escalatedAt) {}

    @BeforeEach
    void empty() {
        owner.execute("alter table monitoring.security_event disable trigger user");
        owner.execute("alter table monitoring.alert_event disable trigger user");
        owner.execute("delete from monitoring.security_event");
        owner.execute("delete from monitoring.alert");
        owner.execute("alter table monitoring.security_event enable trigger user");
        owner.execute("alter table monitoring.alert_event enable trigger user");
    }

    @Test
    void sayNothingWhereThereIsNothingToTakeAMeanOf() {
        SecurityMetrics metrics = store.over(DAY);
        assertThat(metrics.events()).isZero();
        assertThat(metrics.eventsBySeverity()).containsEntry(Severity.CRITICAL, 0L);
        assertThat(metrics.meanTimeToAcknowledgeMillis()).isNull();
        assertThat(metrics.falsePositivePerMille()).isNull();
    }

    @Test
    void countTheStartOfThePeriodAndNotItsEnd() {
        for (Instant at :
                List.of(DAY.from().minusNanos(1000), DAY.from(), DAY.to().minusNanos(1000), DAY.to())) {
            add(new Event(at, SecurityEventSource.LEDGER, SecurityEventCategory.SYSTEM, Severity.LOW));
        }
        assertThat(store.over(DAY).events()).isEqualTo(2);
    }

    @RepeatedTest(10)
    void equalARecountByHand(RepetitionInfo round) {
        Random random = new Random(round.getCurrentRepetition() * 31L);
        for (int number = 0; number < 200; number++) {
            add(new Event(
                    moment(random),
                    any(random, SecurityEventSource.values()),
                    any(random, SecurityEventCategory.values()),
                    any(random, Severity.values())));
        }
        for (int number = 0; number < 60; number++) {
            add(alert(random));
        }
        assertThat(store.over(DAY)).isEqualTo(recount());
    }

    private SecurityMetrics recount() {
        List<Event> in =
                events.stream().filter(event -> DAY.contains(event.at())).toList();
        List<Alert> raised =
                alerts.stream().filter(alert -> DAY.contains(alert.createdAt())).toList();
        long right = raised.stream()
                .filter(alert -> alert.verdict() == AlertVerdict.TRUE_POSITIVE)
                .count();
        long wrong = raised.stream()
                .filter(alert -> alert.verdict() == AlertVerdict.FALSE_POSITIVE)
                .count();
        Predicate<Alert> open = alert -> alert.closedAt() == null;
        return new SecurityMetrics(
                DAY,
                in.size(),
                count(in, Severity.values(), Event::severity),
                count(in, SecurityEventCategory.values(), Event::category),
                count(in, SecurityEventSource.values(), Event::source),
                raised.size(),
                count(raised, Severity.values(), Alert::severity),
                alerts.stream().filter(open).count(),
                alerts.stream()
                        .filter(open)
                        .filter(alert -> alert.severity() == Severity.CRITICAL)
                        .count(),
                raised.stream().filter(alert -> alert.escalatedAt() != null).count(),
                mean(raised, Alert::eventAt, Alert::createdAt),
                mean(raised, Alert::createdAt, Alert::acknowledgedAt),
                mean(raised, Alert::createdAt, Alert::containedAt),
                right,
                wrong,
                right + wrong == 0 ? null : wrong * 1000 / (right + wrong));
    }

    private static <T, E> java.util.Map<E, Long> count(List<T> rows, E[] words, Function<T, E> word) {
        java.util.Map<E, Long> counts = new java.util.HashMap<>();
        for (E each : words) {
            counts.put(
                    each, rows.stream().filter(row -> word.apply(row) == each).count());
        }
        return counts;
    }

    private static Long mean(List<Alert> rows, Function<Alert, Instant> from, Function<Alert, Instant> to) {
        List<Long> micros = rows.stream()
                .filter(row -> Objects.nonNull(to.apply(row)))
                .map(row -> Duration.between(from.apply(row), to.apply(row)).toNanos() / 1000)
                .toList();
        return micros.isEmpty()
                ? null
                : micros.stream().mapToLong(Long::longValue).sum() / micros.size() / 1000;
    }

    /** Some on the edges themselves, for these are where counts go wrong. */
    private static Instant moment(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> DAY.from();
            case 1 -> DAY.to();
            default -> DAY.from().minus(Duration.ofHours(6)).plusNanos(1000L * random.nextLong(36L * 3600 * 1_000_000));
        };
    }

    private static Alert alert(Random random) {
        Instant created = moment(random);
        Instant event = created.minusMillis(random.nextInt(5000));
        int reached = random.nextInt(4);
        Instant acknowledged = reached > 0 ? created.plusMillis(random.nextInt(900_000)) : null;
        Instant contained = reached > 1 ? acknowledged.plusMillis(random.nextInt(900_000)) : null;
        Instant closed = reached > 2 || (reached == 1 && random.nextBoolean()) ? created.plusSeconds(3600) : null;
        AlertVerdict verdict = closed == null
                ? null
                : contained != null && random.nextBoolean() ? AlertVerdict.TRUE_POSITIVE : AlertVerdict.FALSE_POSITIVE;
        Instant escalated = random.nextInt(4) == 0 ? created.plusSeconds(300) : null;
        return new Alert(
                any(random, Severity.values()), event, created, acknowledged, contained, closed, verdict, escalated);
    }

    private void add(Event event) {
        events.add(event);
        owner.update(
                """
                insert into monitoring.security_event (id, at, recorded_at, source, category, severity, title, description,
                  metadata, tags)
                values (?, ?, ?, ?, ?, ?, 't', 'd', '{}', '{}')
                """,
                UUID.randomUUID(),
                utc(event.at()),
                utc(NOW),
                event.source().name(),
                event.category().name(),
                event.severity().name());
    }

    private void add(Alert alert) {
        alerts.add(alert);
        String state = alert.closedAt() != null
                ? "CLOSED"
                : alert.containedAt() != null ? "CONTAINED" : alert.acknowledgedAt() != null ? "ACKNOWLEDGED" : "NEW";
        owner.update(
                """
                insert into monitoring.alert (id, rule, entity, type, severity, title, description, event_at, created_at,
                  last_seen_at, count, state, acknowledged_at, contained_at, closed_at, verdict, escalated_at)
                values (?, 'r', 'e', 'ANOMALY_DETECTED', ?, 't', 'd', ?, ?, ?, 1, ?, ?, ?, ?, ?, ?)
                """,
                UUID.randomUUID(),
                alert.severity().name(),
                utc(alert.eventAt()),
                utc(alert.createdAt()),
                utc(alert.eventAt()),
                state,
                utc(alert.acknowledgedAt()),
                utc(alert.containedAt()),
                utc(alert.closedAt()),
                alert.verdict() == null ? null : alert.verdict().name(),
                utc(alert.escalatedAt()));
    }

    private static <E> E any(Random random, E[] words) {
        return words[random.nextInt(words.length)];
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
