package network.fanz.content.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Banks of hashes. */
@Component
class HashBankStore {
    private final JdbcClient jdbc;

    HashBankStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether its name was free */
    boolean insert(HashBank bank) {
        return jdbc.sql("""
                        insert into moderation.hash_bank (id, name, source, meaning, enabled, hashes, made_at, made_by)
                        values (:id, :name, :source, :meaning, :enabled, 0, :at, :by) on conflict (lower(name)) do nothing""")
                        .param("id", bank.id())
                        .param("name", bank.name())
                        .param("source", bank.source())
                        .param("meaning", bank.meaning().name())
                        .param("enabled", bank.enabled())
                        .param("at", Columns.utc(bank.madeAt()))
                        .param("by", bank.madeBy().value())
                        .update()
                == 1;
    }

    /** @return whether that changed anything */
    boolean set(UUID bank, boolean enabled) {
        return jdbc.sql("""
                        update moderation.hash_bank set enabled = :enabled, off_asked_by = null, off_asked_at = null
                         where id = :id and enabled <> :enabled""").param("enabled", enabled).param("id", bank).update() == 1;
    }

    /** Null if nobody would switch it off any more. */
    void askOff(UUID bank, @Nullable SwitchOffAsked asked) {
        jdbc.sql("update moderation.hash_bank set off_asked_by = :by, off_asked_at = :at where id = :id")
                .param("by", asked == null ? null : asked.by().value(), Types.OTHER)
                .param("at", asked == null ? null : Columns.utc(asked.at()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", bank)
                .update();
    }

    /** By how many more, or fewer, are in force. */
    void count(UUID bank, int more) {
        jdbc.sql("update moderation.hash_bank set hashes = hashes + ? where id = ?")
                .params(more, bank)
                .update();
    }

    Optional<HashBank> find(UUID bank) {
        return jdbc.sql("select * from moderation.hash_bank where id = ?")
                .param(bank)
                .query((row, number) -> bank(row))
                .optional();
    }

    /** By name. */
    List<HashBank> all() {
        return jdbc.sql("select * from moderation.hash_bank order by lower(name)")
                .query((row, number) -> bank(row))
                .list();
    }

    /** How many hashes are in force in all of them. */
    long hashes() {
        return jdbc.sql("select coalesce(sum(hashes), 0) from moderation.hash_bank")
                .query(Long.class)
                .single();
    }

    private static HashBank bank(ResultSet row) throws SQLException {
        return new HashBank(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("source"),
                BankMeaning.valueOf(row.getString("meaning")),
                row.getBoolean("enabled"),
                row.getLong("hashes"),
                Columns.instant(row, "made_at"),
                new AccountId(row.getObject("made_by", UUID.class)),
                asked(row));
    }

    private static @Nullable SwitchOffAsked asked(ResultSet row) throws SQLException {
        UUID by = row.getObject("off_asked_by", UUID.class);
        return by == null ? null : new SwitchOffAsked(new AccountId(by), Columns.instant(row, "off_asked_at"));
    }
}
