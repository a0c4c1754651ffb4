package network.fanz.content.catalogue.releases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.content.catalogue.ReleaseCause;
import network.fanz.content.catalogue.ReleaseState;
import network.fanz.content.media.UploadType;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Works, their releases, and each move of one. A move names the version that it was made from, and fails where another was faster. */
@Component
class ReleaseStore {
    private static final String ALL = """
            select r.*, w.creator from catalogue.release r join catalogue.work w on w.id = r.work
            """;

    private final JdbcClient jdbc;

    ReleaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns false if there is one, also one that was begun at the same moment. */
    boolean insertWork(UUID id, AccountId creator, Instant at) {
        return jdbc.sql("insert into catalogue.work (id, creator, created_at) values (?, ?, ?) on conflict do nothing")
                        .params(id, creator.value(), Columns.utc(at))
                        .update()
                == 1;
    }

    void insert(ReleaseRow release, Instant due) {
        jdbc.sql("""
                insert into catalogue.release (id, work, number, upload, type, length, title, description, tags, state, version, next_at,
                  created_at, moved_at)
                values (:id, :work, 1, :upload, :type, :length, :title, :description, :tags, :state, :version, :due, :at, :at)""")
                .param("id", release.id())
                .param("work", release.work())
                .param("upload", release.upload())
                .param("type", release.type().name())
                .param("length", release.length())
                .param("title", release.title())
                .param("description", release.description())
                .param("tags", release.tags(), Types.BINARY)
                .param("state", release.state().name())
                .param("version", release.version())
                .param("due", Columns.utc(due))
                .param("at", Columns.utc(release.createdAt()))
                .update();
    }

    Optional<ReleaseRow> find(UUID release) {
        return jdbc.sql(ALL + " where r.id = ?")
                .param(release)
                .query(ReleaseStore::row)
                .optional();
    }

    /** Waits for whoever moves it now. Returns false if it has moved. */
    boolean lock(ReleaseRow release) {
        return jdbc.sql("select id from catalogue.release where id = ? and version = ? for update")
                .params(release.id(), release.version())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** The latest release of a work. */
    Optional<ReleaseRow> ofWork(UUID work) {
        return jdbc.sql(ALL + " where r.work = ? order by r.number desc limit 1")
                .param(work)
                .query(ReleaseStore::row)
                .optional();
    }

    /** The latest release of each of a creator's works, the newest work first. */
    List<ReleaseRow> of(AccountId creator, @Nullable UUID after, int limit) {
        return jdbc.sql(ALL + """
                 where w.creator = :creator and r.number = (select max(l.number) from catalogue.release l where l.work = w.id)
                   and (:after::uuid is null
                     or (w.created_at, w.id) < (select b.created_at, b.id from catalogue.work b where b.id = :after::uuid))
                 order by w.created_at desc, w.id desc limit :limit""")
                .param("creator", creator.value())
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query(ReleaseStore::row)
                .list();
    }

    /** Some whose turn it is. A time that lies further ahead than any is ever set was written before the clock jumped back. */
    List<ReleaseRow> due(Set<UploadType> types, Instant now, Instant latest, int limit) {
        return jdbc.sql(ALL + """
                 where next_at is not null and r.type = any(?) and (next_at <= ? or next_at > ?) order by next_at, r.id limit ?""")
                .param(1, types.stream().map(Enum::name).toArray(String[]::new), Types.ARRAY)
                .param(2, Columns.utc(now))
                .param(3, Columns.utc(latest))
                .param(4, limit)
                .query(ReleaseStore::row)
                .list();
    }

    /** Returns false if it has moved meanwhile. Whoever woke it since it was read is heard, unless it has ended. */
    boolean move(ReleaseRow from, ReleaseMove move, Instant at) {
        ReleaseState heldIn = move.to() == ReleaseState.HELD ? from.state() : null;
        boolean moved = jdbc.sql("""
                        update catalogue.release set state = :to, version = version + 1, cause = :cause, held_in = :heldIn, tries = :tries,
                          next_at = case when :ended or next_at is not distinct from :seen then :next::timestamptz else next_at end, moved_at = :at, withdrawn_at = :withdrawn
                         where id = :id and version = :version""")
                        .param("to", move.to().name())
                        .param("cause", name(move.cause()), Types.VARCHAR)
                        .param("heldIn", name(heldIn), Types.VARCHAR)
                        .param("tries", move.tries())
                        .param("ended", move.to().hasEnded())
                        .param("seen", utc(from.nextAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("next", utc(move.nextAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("at", Columns.utc(at))
                        .param(
                                "withdrawn",
                                utc(move.to() == ReleaseState.WITHDRAWN ? at : from.withdrawnAt()),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("id", from.id())
                        .param("version", from.version())
                        .update()
                == 1;
        if (moved) {
            insertMove(from.id(), from.version() + 1, from.state(), move, at);
        }
        return moved;
    }

    void insertMove(UUID release, int version, @Nullable ReleaseState from, ReleaseMove move, Instant at) {
        jdbc.sql("""
                insert into catalogue.release_move (release, version, from_state, to_state, cause, moved_by, moved_at)
                values (:release, :version, :from, :to, :cause, :by, :at)""")
                .param("release", release)
                .param("version", version)
                .param("from", name(from), Types.VARCHAR)
                .param("to", move.to().name())
                .param("cause", name(move.cause()), Types.VARCHAR)
                .param("by", move.by() == null ? null : move.by().value(), Types.OTHER)
                .param("at", Columns.utc(at))
                .update();
    }

    /** It is looked at again then, or sooner if somebody woke it since it was read; nothing else changes. */
    void postpone(ReleaseRow release, int tries, Instant next) {
        jdbc.sql("""
                update catalogue.release set tries = :tries,
                  next_at = case when next_at is not distinct from :seen then :next else next_at end
                 where id = :id and version = :version""")
                .param("tries", tries)
                .param("seen", utc(release.nextAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("next", Columns.utc(next), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", release.id())
                .param("version", release.version())
                .update();
    }

    /** Nothing looks at it by itself any more, unless somebody woke it since it was read. */
    void rest(ReleaseRow release) {
        jdbc.sql(
                        "update catalogue.release set next_at = null where id = :id and version = :version and next_at is not distinct from :seen")
                .param("id", release.id())
                .param("version", release.version())
                .param("seen", utc(release.nextAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** The latest releases of the same bytes, whoever has sent them, without this one and those that are sealed. */
    List<ReleaseRow> sameFile(UUID release, int limit) {
        return jdbc.sql(ALL + """
                 where r.sha256 = (select t.sha256 from catalogue.release t where t.id = :release) and r.id <> :release and r.state <> 'SEALED'
                 order by r.created_at desc, r.id limit :limit""")
                .param("release", release)
                .param("limit", limit)
                .query(ReleaseStore::row)
                .list();
    }

    /** What is held because a step was missing is looked at again. */
    void wakeWaiting(Instant now) {
        jdbc.sql(
                        "update catalogue.release set next_at = ? where state = 'HELD' and cause = 'STEP_MISSING' and next_at is null")
                .param(Columns.utc(now))
                .update();
    }

    /** It is looked at again now, if it waits for anything. */
    void wake(UUID release, Instant now) {
        jdbc.sql("""
                update catalogue.release set next_at = ?
                 where id = ? and state not in ('REJECTED', 'SEALED', 'WITHDRAWN')""").params(Columns.utc(now), release).update();
    }

    /**
     * Some that ended before a time and were never seen.
     *
     * @param state how they ended
     */
    List<ReleaseRow> toDiscard(ReleaseState state, Instant before, int limit) {
        return jdbc.sql(ALL + """
                 where r.state = :state and r.discarded_at is null and r.moved_at < :before
                   and not exists (select from catalogue.release_move m where m.release = r.id and m.to_state = 'PUBLISHED')
                 order by r.moved_at, r.id limit :limit""")
                .param("state", state.name())
                .param("before", Columns.utc(before))
                .param("limit", limit)
                .query(ReleaseStore::row)
                .list();
    }

    void setDiscarded(UUID release, Instant at) {
        jdbc.sql("update catalogue.release set discarded_at = ? where id = ?")
                .params(Columns.utc(at), release)
                .update();
    }

    void setDerived(UUID release, String digest) {
        jdbc.sql("update catalogue.release set derived = ? where id = ? and state = 'HASHED'")
                .params(digest, release)
                .update();
    }

    void setHash(UUID release, String sha256) {
        jdbc.sql("update catalogue.release set sha256 = ? where id = ? and state = 'RECEIVED'")
                .params(sha256, release)
                .update();
    }

    /** Returns false if it was taken back before. */
    boolean setWithdrawn(UUID release, Instant at) {
        return jdbc.sql("update catalogue.release set withdrawn_at = ? where id = ? and withdrawn_at is null")
                        .params(Columns.utc(at), release)
                        .update()
                == 1;
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static @Nullable Object utc(@Nullable Instant at) {
        return at == null ? null : Columns.utc(at);
    }

    private static ReleaseRow row(ResultSet row, int number) throws SQLException {
        String cause = row.getString("cause");
        String heldIn = row.getString("held_in");
        return new ReleaseRow(
                row.getObject("id", UUID.class),
                row.getObject("work", UUID.class),
                new AccountId(row.getObject("creator", UUID.class)),
                row.getObject("upload", UUID.class),
                UploadType.valueOf(row.getString("type")),
                row.getLong("length"),
                row.getBytes("title"),
                row.getBytes("description"),
                row.getBytes("tags"),
                row.getString("sha256"),
                row.getString("derived"),
                ReleaseState.valueOf(row.getString("state")),
                row.getInt("version"),
                cause == null ? null : ReleaseCause.valueOf(cause),
                heldIn == null ? null : ReleaseState.valueOf(heldIn),
                row.getInt("tries"),
                Columns.instantOrNull(row, "next_at"),
                Columns.instantOrNull(row, "withdrawn_at"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "moved_at"));
    }
}
