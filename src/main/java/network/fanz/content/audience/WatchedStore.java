package network.fanz.content.audience;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What fans have watched, sealed. */
@Component
class WatchedStore {
    private final JdbcClient jdbc;

    WatchedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param work sealed */
    record WatchedRow(byte[] work, int seconds, Instant lastAt) {}

    Set<AccountId> paused(Collection<AccountId> fans) {
        return jdbc
                .sql("select fan from audience.paused where fan = any(:fans)")
                .param("fans", fans.stream().map(AccountId::value).toArray(UUID[]::new))
                .query((row, number) -> new AccountId(row.getObject("fan", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    void pause(AccountId fan, Instant at) {
        jdbc.sql("insert into audience.paused (fan, paused_at) values (?, ?) on conflict do nothing")
                .params(fan.value(), Columns.utc(at))
                .update();
    }

    void goOn(AccountId fan) {
        jdbc.sql("delete from audience.paused where fan = ?").param(fan.value()).update();
    }

    void insert(AccountId fan, byte[] foundBy, byte[] work, Instant at) {
        jdbc.sql("""
                insert into audience.watched (fan, found_by, work, seconds, last_at) values (?, ?, ?, 0, ?) on conflict do nothing""").params(fan.value(), foundBy, work, Columns.utc(at)).update();
    }

    void setLast(AccountId fan, byte[] foundBy, Instant at) {
        jdbc.sql("update audience.watched set last_at = ? where fan = ? and found_by = ?")
                .params(Columns.utc(at), fan.value(), foundBy)
                .update();
    }

    void setSeconds(AccountId fan, byte[] foundBy, int seconds) {
        jdbc.sql("update audience.watched set seconds = ? where fan = ? and found_by = ?")
                .params(seconds, fan.value(), foundBy)
                .update();
    }

    Optional<WatchedRow> find(AccountId fan, byte[] foundBy) {
        return jdbc.sql("select * from audience.watched where fan = ? and found_by = ?")
                .params(fan.value(), foundBy)
                .query(WatchedStore::row)
                .optional();
    }

    /** The latest first, behind a time. */
    List<WatchedRow> of(AccountId fan, @Nullable Instant before, int limit) {
        return jdbc.sql("""
                select * from audience.watched where fan = :fan and (:before::timestamptz is null or last_at < :before::timestamptz)
                 order by last_at desc limit :limit""")
                .param("fan", fan.value())
                .param("before", before == null ? null : Columns.utc(before), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("limit", limit)
                .query(WatchedStore::row)
                .list();
    }

    void remove(AccountId fan, byte[] foundBy) {
        jdbc.sql("delete from audience.watched where fan = ? and found_by = ?")
                .params(fan.value(), foundBy)
                .update();
    }

    void removeAll(AccountId fan) {
        jdbc.sql("delete from audience.watched where fan = ?")
                .param(fan.value())
                .update();
    }

    void forgetOldest(AccountId fan, int max) {
        jdbc.sql("""
                delete from audience.watched where fan = :fan and last_at <=
                  (select last_at from audience.watched where fan = :fan order by last_at desc offset :max limit 1)""").param("fan", fan.value()).param("max", max).update();
    }

    /** @return how many there were */
    int forget(Instant before, int limit) {
        return jdbc.sql("""
                delete from audience.watched where ctid in (select ctid from audience.watched where last_at < ? limit ?)""").params(Columns.utc(before), limit).update();
    }

    private static WatchedRow row(ResultSet row, int number) throws SQLException {
        return new WatchedRow(row.getBytes("work"), row.getInt("seconds"), Columns.instant(row, "last_at"));
    }
}
