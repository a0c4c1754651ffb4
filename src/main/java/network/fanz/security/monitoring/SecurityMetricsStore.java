package network.fanz.security.monitoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import network.fanz.common.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts events and alerts. */
@Component
class SecurityMetricsStore {
    private final JdbcClient database;

    SecurityMetricsStore(JdbcClient database) {
        this.database = database;
    }

    SecurityMetrics over(Period period) {
        Map<Severity, Long> bySeverity = zeros(Severity.class);
        Map<SecurityEventCategory, Long> byCategory = zeros(SecurityEventCategory.class);
        Map<SecurityEventSource, Long> bySource = zeros(SecurityEventSource.class);
        Map<Severity, Long> alertsBySeverity = zeros(Severity.class);
        Map<Severity, Long> openBySeverity = zeros(Severity.class);
        countEvents(period, bySeverity, byCategory, bySource);
        countAlerts(period, alertsBySeverity);
        countOpen(openBySeverity);
        return database.sql("""
                select count(*) filter (where escalated_at is not null) as escalated,
                  (sum(extract(epoch from created_at - event_at) * 1000000)::bigint / nullif(count(*), 0)) / 1000 as detect,
                  (sum(extract(epoch from acknowledged_at - created_at) * 1000000)::bigint
                    / nullif(count(acknowledged_at), 0)) / 1000 as acknowledge,
                  (sum(extract(epoch from contained_at - created_at) * 1000000)::bigint
                    / nullif(count(contained_at), 0)) / 1000 as contain,
                  count(*) filter (where verdict = 'TRUE_POSITIVE') as closed_true,
                  count(*) filter (where verdict = 'FALSE_POSITIVE') as closed_false
                from monitoring.alert where created_at >= :from and created_at < :to
                """)
                .param("from", period.from().atOffset(ZoneOffset.UTC))
                .param("to", period.to().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new SecurityMetrics(
                        period,
                        sum(bySeverity),
                        bySeverity,
                        byCategory,
                        bySource,
                        sum(alertsBySeverity),
                        alertsBySeverity,
                        sum(openBySeverity),
                        openBySeverity.getOrDefault(Severity.CRITICAL, 0L),
                        row.getLong("escalated"),
                        mean(row, "detect"),
                        mean(row, "acknowledge"),
                        mean(row, "contain"),
                        row.getLong("closed_true"),
                        row.getLong("closed_false"),
                        perMille(row.getLong("closed_false"), row.getLong("closed_true"))))
                .single();
    }

    private void countEvents(
            Period period,
            Map<Severity, Long> bySeverity,
            Map<SecurityEventCategory, Long> byCategory,
            Map<SecurityEventSource, Long> bySource) {
        database.sql("""
                select severity, category, source, sum(attempts) as count from monitoring.security_event
                where at >= :from and at < :to group by severity, category, source
                """)
                .param("from", period.from().atOffset(ZoneOffset.UTC))
                .param("to", period.to().atOffset(ZoneOffset.UTC))
                .query(row -> {
                    long count = row.getLong("count");
                    bySeverity.merge(Severity.valueOf(row.getString("severity")), count, Long::sum);
                    byCategory.merge(SecurityEventCategory.valueOf(row.getString("category")), count, Long::sum);
                    bySource.merge(SecurityEventSource.valueOf(row.getString("source")), count, Long::sum);
                });
    }

    private void countAlerts(Period period, Map<Severity, Long> counts) {
        database.sql("""
                select severity, count(*) as count from monitoring.alert
                where created_at >= :from and created_at < :to group by severity
                """)
                .param("from", period.from().atOffset(ZoneOffset.UTC))
                .param("to", period.to().atOffset(ZoneOffset.UTC))
                .query(row -> {
                    counts.put(Severity.valueOf(row.getString("severity")), row.getLong("count"));
                });
    }

    private void countOpen(Map<Severity, Long> counts) {
        database.sql(
                        "select severity, count(*) as count from monitoring.alert where state <> 'CLOSED' group by severity")
                .query(row -> {
                    counts.put(Severity.valueOf(row.getString("severity")), row.getLong("count"));
                });
    }

    private static @Nullable Long mean(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private static @Nullable Long perMille(long part, long rest) {
        return part + rest == 0 ? null : part * 1000 / (part + rest);
    }

    private static <E extends Enum<E>> Map<E, Long> zeros(Class<E> type) {
        Map<E, Long> zeros = new EnumMap<>(type);
        for (E constant : type.getEnumConstants()) {
            zeros.put(constant, 0L);
        }
        return zeros;
    }

    private static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
