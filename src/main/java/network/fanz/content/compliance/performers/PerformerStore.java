package network.fanz.content.compliance.performers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records of people, sealed; rows are only added, and go when their time is over. */
@Component
class PerformerStore {
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;

    PerformerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record PerformerRow(UUID id, AccountId creator, boolean oneself, Instant recordedAt) {}

    record PersonRow(
            UUID performer,
            int number,
            UUID change,
            byte[] person,
            byte @Nullable [] amendment,
            AccountId by,
            Instant at) {}

    record DocumentRow(
            UUID performer,
            UUID document,
            int number,
            UUID change,
            byte[] content,
            @Nullable String scan,
            Instant receivedAt,
            byte @Nullable [] amendment,
            AccountId by,
            Instant at) {}

    /** Changes of a record, or of a creator's list, come one after the other until the transaction ends. */
    void lock(UUID what) {
        jdbc.sql("select pg_advisory_xact_lock(81, hashtext(?))")
                .param(what.toString())
                .query((row, number) -> number)
                .list();
    }

    void insert(PerformerRow row) {
        jdbc.sql("insert into compliance.performer (id, creator, oneself, recorded_at) values (?, ?, ?, ?)")
                .params(row.id(), row.creator().value(), row.oneself(), Columns.utc(row.recordedAt()))
                .update();
    }

    /** @param names keyed hashes of all names in it */
    void insert(PersonRow row, Collection<byte[]> names) {
        jdbc.sql("""
                insert into compliance.performer_version (performer, number, change, person, amendment, made_by, made_at)
                values (:performer, :number, :change, :person, :amendment, :by, :at)""")
                .param("performer", row.performer())
                .param("number", row.number())
                .param("change", row.change())
                .param("person", row.person())
                .param("amendment", row.amendment(), Types.BINARY)
                .param("by", row.by().value())
                .param("at", Columns.utc(row.at()))
                .update();
        jdbc.sql("""
                insert into compliance.performer_name (performer, key) select :performer, unnest(:keys)
                on conflict do nothing""")
                .param("performer", row.performer())
                .param("keys", names.toArray(byte[][]::new), Types.ARRAY)
                .update();
    }

    void insert(DocumentRow row) {
        jdbc.sql("""
                insert into compliance.performer_document
                  (performer, document, number, change, content, scan, received_at, amendment, made_by, made_at)
                values (:performer, :document, :number, :change, :content, :scan, :received, :amendment, :by, :at)""")
                .param("performer", row.performer())
                .param("document", row.document())
                .param("number", row.number())
                .param("change", row.change())
                .param("content", row.content())
                .param("scan", row.scan(), Types.VARCHAR)
                .param("received", Columns.utc(row.receivedAt()))
                .param("amendment", row.amendment(), Types.BINARY)
                .param("by", row.by().value())
                .param("at", Columns.utc(row.at()))
                .update();
    }

    Optional<PerformerRow> find(UUID id) {
        return jdbc.sql("select * from compliance.performer where id = ?")
                .param(id)
                .query(PerformerStore::performer)
                .optional();
    }

    List<PerformerRow> find(Collection<UUID> ids) {
        return jdbc.sql("select * from compliance.performer where id = any(:ids) order by id")
                .param("ids", ids.toArray(UUID[]::new), Types.ARRAY)
                .query(PerformerStore::performer)
                .list();
    }

    boolean hasOneself(AccountId creator) {
        return jdbc.sql("select exists (select from compliance.performer where creator = ? and oneself)")
                .param(creator.value())
                .query(Boolean.class)
                .single();
    }

    int count(AccountId creator) {
        return jdbc.sql("select count(*) from compliance.performer where creator = ?")
                .param(creator.value())
                .query(Integer.class)
                .single();
    }

    /** The latest first. */
    List<PerformerRow> of(AccountId creator, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select * from compliance.performer p
                 where creator = :creator and (cast(:after as uuid) is null or (recorded_at, id) <
                   (select a.recorded_at, a.id from compliance.performer a where a.id = :after and a.creator = :creator))
                 order by recorded_at desc, id desc limit :limit""")
                .param("creator", creator.value())
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query(PerformerStore::performer)
                .list();
    }

    /** In the order of their ids. */
    List<UUID> named(Collection<byte[]> keys, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select distinct found.performer from unnest(:keys) as asked (key) cross join lateral (
                  select n.performer from compliance.performer_name n where n.key = asked.key and n.performer > :after
                   order by n.performer limit :limit) found
                 order by found.performer limit :limit""")
                .param("keys", keys.toArray(byte[][]::new), Types.ARRAY)
                .param("after", after == null ? FIRST : after)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    List<PersonRow> people(Collection<UUID> performers) {
        return jdbc.sql("""
                select * from compliance.performer_version where performer = any(:performers) order by performer, number""")
                .param("performers", performers.toArray(UUID[]::new), Types.ARRAY)
                .query((row, number) -> new PersonRow(
                        row.getObject("performer", UUID.class),
                        row.getInt("number"),
                        row.getObject("change", UUID.class),
                        row.getBytes("person"),
                        row.getBytes("amendment"),
                        new AccountId(row.getObject("made_by", UUID.class)),
                        Columns.instant(row, "made_at")))
                .list();
    }

    List<DocumentRow> documents(Collection<UUID> performers) {
        return jdbc.sql("""
                select * from compliance.performer_document where performer = any(:performers)
                 order by performer, received_at, document, number""")
                .param("performers", performers.toArray(UUID[]::new), Types.ARRAY)
                .query((row, number) -> new DocumentRow(
                        row.getObject("performer", UUID.class),
                        row.getObject("document", UUID.class),
                        row.getInt("number"),
                        row.getObject("change", UUID.class),
                        row.getBytes("content"),
                        row.getString("scan"),
                        Columns.instant(row, "received_at"),
                        row.getBytes("amendment"),
                        new AccountId(row.getObject("made_by", UUID.class)),
                        Columns.instant(row, "made_at")))
                .list();
    }

    /** Records that nothing has been added to since. */
    List<UUID> untouchedSince(Instant before, int limit) {
        return jdbc.sql("""
                select id from compliance.performer p
                 where recorded_at < :before and compliance.performer_untouched(id, :before)
                 order by recorded_at, id limit :limit""")
                .param("before", Columns.utc(before))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** The database looks again itself, and refuses what was touched since. */
    boolean forget(UUID id, Instant before) {
        return jdbc.sql("select compliance.forget_performer(?, ?)")
                .params(id, Columns.utc(before))
                .query(Boolean.class)
                .single();
    }

    private static PerformerRow performer(ResultSet row, int number) throws SQLException {
        return new PerformerRow(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("creator", UUID.class)),
                row.getBoolean("oneself"),
                Columns.instant(row, "recorded_at"));
    }
}
