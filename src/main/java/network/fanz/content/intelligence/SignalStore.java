package network.fanz.content.intelligence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SignalStore {
    private static final int DIGITS = 4;

    private final JdbcClient jdbc;

    SignalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Signal> of(UUID release) {
        return jdbc.sql("""
                select name, score, model, model_version, frame_millis, found_at from intelligence.signal
                 where release = ? order by name, model, frame_millis""").param(release).query((row, number) -> read(row)).list();
    }

    void delete(UUID release) {
        jdbc.sql("delete from intelligence.signal where release = ?")
                .param(release)
                .update();
    }

    /** Of two nodes that look at the same release at once, the first one's word stays. */
    void insert(UUID release, Signal signal) {
        Duration frame = signal.frame();
        jdbc.sql("""
                insert into intelligence.signal (release, name, score, model, model_version, frame_millis, found_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .param(release)
                .param(signal.name())
                .param(BigDecimal.valueOf(signal.score()).setScale(DIGITS, RoundingMode.HALF_UP))
                .param(signal.model())
                .param(signal.version())
                .param(frame == null ? null : frame.toMillis())
                .param(signal.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Signal read(ResultSet row) throws SQLException {
        long millis = row.getLong("frame_millis");
        Duration frame = row.wasNull() ? null : Duration.ofMillis(millis);
        return new Signal(
                row.getString("name"),
                row.getBigDecimal("score").doubleValue(),
                row.getString("model"),
                row.getString("model_version"),
                row.getObject("found_at", OffsetDateTime.class).toInstant(),
                frame);
    }
}
