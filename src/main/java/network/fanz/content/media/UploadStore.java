package network.fanz.content.media;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Uploads. Every change of one names the fence that its writer has, or is made by whoever raises it. */
@Component
class UploadStore {
    private final JdbcClient jdbc;

    UploadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param fileName sealed
     * @param fence counts the writers: who has an older one writes no more
     * @param writerUntil until when the writer has it to itself; null without one
     * @param wasted bytes that were stored and count for nothing
     * @param givenUpAt when its work ended
     */
    record UploadRow(
            UUID id,
            AccountId owner,
            UploadState state,
            long length,
            long received,
            byte @Nullable [] fileName,
            @Nullable UploadType type,
            long fence,
            @Nullable Instant writerUntil,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant finishedAt,
            long wasted,
            @Nullable Instant givenUpAt) {
        /** To its owner: its bytes are deleted, or the work that it was made into has ended. */
        boolean isGone() {
            return state == UploadState.GONE || givenUpAt != null;
        }
    }

    /** Until the transaction ends an owner begins one upload after the other. */
    void lock(AccountId owner) {
        jdbc.sql("select pg_advisory_xact_lock(83, hashtext(?))")
                .param(owner.toString())
                .query((row, number) -> number)
                .list();
    }

    void insert(UUID id, AccountId owner, long length, byte @Nullable [] fileName, Instant at, Instant expires) {
        jdbc.sql("""
                insert into media.upload (id, owner, state, length, file_name, created_at, expires_at)
                values (:id, :owner, 'RECEIVING', :length, :name, :at, :expires)""")
                .param("id", id)
                .param("owner", owner.value())
                .param("length", length)
                .param("name", fileName, Types.BINARY)
                .param("at", Columns.utc(at))
                .param("expires", Columns.utc(expires))
                .update();
    }

    Optional<UploadRow> find(UUID id) {
        return jdbc.sql("select * from media.upload where id = ?")
                .param(id)
                .query(UploadStore::row)
                .optional();
    }

    /** Nobody else changes it until the transaction ends. */
    Optional<UploadRow> lock(UUID id) {
        return jdbc.sql("select * from media.upload where id = ? for update")
                .param(id)
                .query(UploadStore::row)
                .optional();
    }

    /** Whoever wrote before writes no more. */
    void replaceWriter(UUID id, @Nullable Instant until) {
        jdbc.sql("update media.upload set fence = fence + 1, writer_until = :until where id = :id")
                .param("id", id)
                .param("until", until == null ? null : Columns.utc(until), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** @return false if another writes now, or nobody may */
    boolean setWriter(UUID id, long fence, @Nullable Instant until) {
        return jdbc.sql("""
                update media.upload set writer_until = :until where id = :id and fence = :fence and state = 'RECEIVING'""")
                        .param("id", id)
                        .param("fence", fence)
                        .param("until", until == null ? null : Columns.utc(until), Types.TIMESTAMP_WITH_TIMEZONE)
                        .update()
                == 1;
    }

    /** @return false if another writes now, or nobody may */
    boolean advance(UUID id, long fence, long from, long to, @Nullable UploadType type, Instant expires) {
        return jdbc.sql("""
                update media.upload set received = :to, type = coalesce(:type, type), expires_at = :expires
                 where id = :id and fence = :fence and state = 'RECEIVING' and received = :from""")
                        .param("id", id)
                        .param("fence", fence)
                        .param("from", from)
                        .param("to", to)
                        .param("type", type == null ? null : type.name(), Types.VARCHAR)
                        .param("expires", Columns.utc(expires))
                        .update()
                == 1;
    }

    void addWasted(UUID id, long bytes) {
        jdbc.sql("update media.upload set wasted = wasted + ? where id = ?")
                .params(bytes, id)
                .update();
    }

    void setGivenUp(UUID id, Instant at) {
        jdbc.sql("update media.upload set given_up_at = ? where id = ?")
                .params(Columns.utc(at), id)
                .update();
    }

    void finish(UUID id, Instant at) {
        jdbc.sql("""
                update media.upload set state = 'RECEIVED', finished_at = ?, expires_at = null, writer_until = null
                 where id = ?""").params(Columns.utc(at), id).update();
    }

    void end(UUID id, UploadEnd why, Instant forgotten) {
        jdbc.sql("""
                update media.upload set state = 'GONE', gone_why = ?, file_name = null, fence = fence + 1,
                       writer_until = null, expires_at = ? where id = ?""").params(why.name(), Columns.utc(forgotten), id).update();
    }

    /** Those of an account that are there, the newest first. */
    List<UploadRow> there(AccountId owner, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select * from media.upload u where owner = :owner and state <> 'GONE' and given_up_at is null
                   and (:after::uuid is null
                     or (created_at, id) < (select b.created_at, b.id from media.upload b where b.id = :after::uuid))
                 order by created_at desc, id desc limit :limit""")
                .param("owner", owner.value())
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query(UploadStore::row)
                .list();
    }

    /** All of an account that were not given up before a time, the oldest first. */
    List<UploadRow> all(AccountId owner, Instant since, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select * from media.upload u where owner = :owner and (given_up_at is null or given_up_at > :since)
                   and (:after::uuid is null
                     or (created_at, id) > (select b.created_at, b.id from media.upload b where b.id = :after::uuid))
                 order by created_at, id limit :limit""")
                .param("owner", owner.value())
                .param("since", Columns.utc(since))
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query(UploadStore::row)
                .list();
    }

    /** Some unfinished ones that nobody goes on with, and some that were gone for long enough. A time too far ahead is none. */
    List<UUID> due(UploadState state, Instant now, Instant latest, int limit) {
        return jdbc.sql("""
                select id from media.upload where state = ? and (expires_at <= ? or expires_at > ?)
                 order by expires_at limit ?""")
                .params(state.name(), Columns.utc(now), Columns.utc(latest), limit)
                .query(UUID.class)
                .list();
    }

    void setExpiry(UUID id, Instant expires) {
        jdbc.sql("update media.upload set expires_at = ? where id = ? and expires_at is not null")
                .params(Columns.utc(expires), id)
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from media.upload where id = ? and state = 'GONE'")
                .param(id)
                .update();
    }

    private static UploadRow row(ResultSet row, int number) throws SQLException {
        String type = row.getString("type");
        return new UploadRow(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("owner", UUID.class)),
                UploadState.valueOf(row.getString("state")),
                row.getLong("length"),
                row.getLong("received"),
                row.getBytes("file_name"),
                type == null ? null : UploadType.valueOf(type),
                row.getLong("fence"),
                Columns.instantOrNull(row, "writer_until"),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "expires_at"),
                Columns.instantOrNull(row, "finished_at"),
                row.getLong("wasted"),
                Columns.instantOrNull(row, "given_up_at"));
    }
}
