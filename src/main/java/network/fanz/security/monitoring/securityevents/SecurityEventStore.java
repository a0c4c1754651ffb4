package network.fanz.security.monitoring.securityevents;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.platform.postgres.Columns;
import network.fanz.security.monitoring.NewSecurityEvent;
import network.fanz.security.monitoring.SecurityEvent;
import network.fanz.security.monitoring.SecurityEventCategory;
import network.fanz.security.monitoring.SecurityEventFilter;
import network.fanz.security.monitoring.SecurityEventSource;
import network.fanz.security.monitoring.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The log of security events: rows are only added. */
@Component
public class SecurityEventStore {
    private static final TypeReference<Map<String, Object>> WORDS = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;

    SecurityEventStore(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * Allows one writer at a time until its commit. So numbers become visible in their order: a reader who has seen a number has seen all
     * lower ones. And two writers never both decide to raise the same alert.
     */
    public void lock() {
        database.sql("select pg_advisory_xact_lock(hashtext('monitoring.security_event'))")
                .query((row, number) -> true)
                .single();
    }

    /**
     * Adds the event; empty if its id is already recorded.
     *
     * @param reportedBy whose system has sent it; null for what the program has seen itself
     */
    public Optional<Long> add(
            UUID id,
            NewSecurityEvent event,
            @Nullable AccountId reportedBy,
            byte @Nullable [] sealed,
            Instant recordedAt) {
        return database.sql("""
                insert into monitoring.security_event (id, at, recorded_at, source, category, severity, title, description,
                  user_id, ip_address, user_agent, platform, location, metadata, raw_data, tags, reported_by)
                values (:id, :at, :recorded, :source, :category, :severity, :title, :description,
                  :user, :address, :agent, :platform, :location, cast(:metadata as jsonb), :raw, cast(:tags as text[]), :reporter)
                on conflict (id) do nothing
                returning seq
                """)
                .param("id", id)
                .param("at", Columns.utc(event.details().at()))
                .param("recorded", Columns.utc(recordedAt))
                .param("source", event.details().source().name())
                .param("category", event.details().category().name())
                .param("severity", event.details().severity().name())
                .param("title", event.details().title())
                .param("description", event.details().description())
                .param("user", event.userId() == null ? null : event.userId().value(), Types.OTHER)
                .param("address", event.origin().ipAddress(), Types.VARCHAR)
                .param("agent", event.origin().userAgent(), Types.VARCHAR)
                .param("platform", event.origin().platform(), Types.VARCHAR)
                .param("location", event.origin().location(), Types.VARCHAR)
                .param("metadata", json.writeValueAsString(event.metadata()))
                .param("raw", sealed, Types.BINARY)
                .param("reporter", reportedBy == null ? null : reportedBy.value(), Types.OTHER)
                .param("tags", event.tags().toArray(String[]::new))
                .query(Long.class)
                .optional();
    }

    public Optional<SecurityEvent> find(UUID id) {
        return database.sql("select *, raw_data is not null as raw_kept from monitoring.security_event where id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    public Optional<byte[]> rawData(UUID id) {
        return database.sql("select raw_data from monitoring.security_event where id = :id and raw_data is not null")
                .param("id", id)
                .query(byte[].class)
                .optional();
    }

    /** Newest first, below a number. The query has only the conditions that are set, so that PostgreSQL plans with the right index. */
    public List<SecurityEvent> list(SecurityEventFilter filter, long before, int limit) {
        Map<String, Object> conditions = asked(filter);
        String sql = "select *, raw_data is not null as raw_kept from monitoring.security_event where seq < :before"
                + conditions.keySet().stream()
                        .map(column -> " and " + column + " = :" + column)
                        .collect(Collectors.joining())
                + " order by seq desc limit :limit";
        return database.sql(sql)
                .param("before", before)
                .param("limit", limit)
                .params(conditions)
                .query(this::read)
                .list();
    }

    /** The columns of the conditions that are set, with their values. */
    private static Map<String, Object> asked(SecurityEventFilter filter) {
        Map<String, Object> conditions = new TreeMap<>();
        put(conditions, "severity", name(filter.severity()));
        put(conditions, "category", name(filter.category()));
        put(conditions, "source", name(filter.source()));
        put(
                conditions,
                "user_id",
                filter.userId() == null ? null : filter.userId().value());
        put(conditions, "ip_address", filter.address());
        return conditions;
    }

    private static void put(Map<String, Object> conditions, String column, @Nullable Object value) {
        if (value != null) {
            conditions.put(column, value);
        }
    }

    /** @param times how often, where equal ones are counted in one row */
    record EventOfOne(long seq, Instant at, String category, int times) {}

    /** About one account, newest first, below a number. */
    List<EventOfOne> about(AccountId account, long before, int limit) {
        return database.sql("""
                select seq, at, category, attempts from monitoring.security_event
                where user_id = :account and seq < :before order by seq desc limit :limit
                """)
                .param("account", account.value())
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> new EventOfOne(
                        row.getLong("seq"),
                        Columns.instant(row, "at"),
                        row.getString("category"),
                        row.getInt("attempts")))
                .list();
    }

    /** Oldest first, above a number. */
    public List<SecurityEvent> since(long seq, int limit) {
        return database.sql("""
                select *, raw_data is not null as raw_kept from monitoring.security_event
                where seq > :seq order by seq limit :limit
                """)
                .param("seq", seq)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    /** The events behind an alert, newest first, below a number. */
    public List<SecurityEvent> ofAlert(UUID alert, long before, int limit) {
        return database.sql("""
                select event.*, raw_data is not null as raw_kept
                from monitoring.alert_event link join monitoring.security_event event on event.id = link.event
                where link.alert = :alert and event.seq < :before order by event.seq desc limit :limit
                """)
                .param("alert", alert)
                .param("before", before)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    /** The number of the newest event; 0 before there is one. */
    public long newest() {
        return database.sql("select coalesce(max(seq), 0) from monitoring.security_event")
                .query(Long.class)
                .single();
    }

    private SecurityEvent read(ResultSet row, int number) throws SQLException {
        UUID user = row.getObject("user_id", UUID.class);
        UUID reporter = row.getObject("reported_by", UUID.class);
        return new SecurityEvent(
                row.getLong("seq"),
                row.getObject("id", UUID.class),
                Columns.instant(row, "at"),
                Columns.instant(row, "recorded_at"),
                SecurityEventSource.valueOf(row.getString("source")),
                SecurityEventCategory.valueOf(row.getString("category")),
                Severity.valueOf(row.getString("severity")),
                row.getString("title"),
                row.getString("description"),
                user == null ? null : new AccountId(user),
                row.getString("ip_address"),
                row.getString("user_agent"),
                row.getString("platform"),
                row.getString("location"),
                json.readValue(row.getString("metadata"), WORDS),
                List.of(texts(row.getArray("tags"))),
                reporter == null ? null : new AccountId(reporter),
                row.getBoolean("raw_kept"));
    }

    private static String[] texts(Array array) throws SQLException {
        return (String[]) array.getArray();
    }

    private static @Nullable String name(@Nullable Enum<?> word) {
        return word == null ? null : word.name();
    }

    /** Deletes the oldest events of which no alert tells; returns how many. None of the last thirty days goes, whatever is asked. */
    public int forget(Instant routineBefore, Instant allBefore, int most) {
        return database.sql("select monitoring.forget_events(:routine, :all, :most)")
                .param("routine", Columns.utc(routineBefore))
                .param("all", Columns.utc(allBefore))
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** Counts together what strangers have failed at before a time, a bounded number of rows; returns how many rows that were. */
    public int countStrangers(Instant before, int most) {
        return database.sql("select monitoring.count_strangers(:before, :most)")
                .param("before", Columns.utc(before))
                .param("most", most)
                .query(Integer.class)
                .single();
    }
}
