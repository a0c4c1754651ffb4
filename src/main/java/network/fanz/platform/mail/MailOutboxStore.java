package network.fanz.platform.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The letters, sealed. */
@Repository
class MailOutboxStore {
    /** How the fault of a letter begins whose receiver alone was refused. */
    static final String RECEIVER = "receiver: ";
    /** How the fault of a letter begins that was refused or unreadable itself. */
    static final String LETTER = "letter: ";

    private final JdbcClient client;

    MailOutboxStore(JdbcClient client) {
        this.client = client;
    }

    void add(SealedMail letter) {
        client.sql("""
                        insert into mail.letter (id, about, address, title, body, state, written_at, next_try_at)
                        values (:id, :about, :address, :title, :body, 'waiting', :now, :now)
                        """)
                .param("id", letter.id())
                .param("about", letter.about())
                .param("address", letter.address())
                .param("title", letter.title())
                .param("body", letter.body())
                .param("now", Timestamp.from(letter.writtenAt()))
                .update();
    }

    /**
     * Those whose time has come, the longest waiting first. A time that lies further ahead than any wait was set under a clock that was
     * ahead, and has come too.
     */
    List<SealedMail> due(Instant now, Instant latest, int most) {
        return client.sql("""
                        select id, about, address, title, body, attempts, written_at from mail.letter
                        where state = 'waiting' and (next_try_at <= :now or next_try_at > :latest)
                        order by next_try_at, id limit :most
                        """)
                .param("latest", Timestamp.from(latest))
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query(MailOutboxStore::read)
                .list();
    }

    void end(UUID id, String state, @Nullable String fault, Instant now) {
        client.sql("""
                        update mail.letter set state = :state, fault = :fault, ended_at = :now, attempts = attempts + 1
                        where id = :id and state = 'waiting'
                        """)
                .param("id", id)
                .param("state", state)
                .param("fault", fault)
                .param("now", Timestamp.from(now))
                .update();
    }

    void tryAgain(UUID id, String fault, Instant at) {
        client.sql("""
                        update mail.letter set attempts = attempts + 1, fault = :fault, next_try_at = :at
                        where id = :id and state = 'waiting'
                        """)
                .param("id", id)
                .param("fault", fault)
                .param("at", Timestamp.from(at))
                .update();
    }

    int deleteEndedBefore(Instant time) {
        return client.sql("delete from mail.letter where state <> 'waiting' and ended_at < :time")
                .param("time", Timestamp.from(time))
                .update();
    }

    /** Delivered ones, the newest first: ids of version 7 sort by time. */
    List<SealedMail> delivered(@Nullable UUID before, int most) {
        return client.sql("""
                        select id, about, address, title, body, attempts, written_at from mail.letter
                        where state = 'delivered' and (cast(:before as uuid) is null or id < cast(:before as uuid))
                        order by id desc limit :most
                        """)
                .param("before", before)
                .param("most", most)
                .query(MailOutboxStore::read)
                .list();
    }

    Optional<SealedMail> delivered(UUID id) {
        return client.sql("""
                        select id, about, address, title, body, attempts, written_at from mail.letter
                        where state = 'delivered' and id = :id
                        """).param("id", id).query(MailOutboxStore::read).optional();
    }

    /**
     * When the letter was written that has waited longest for the way to be free. One that was refused for its receiver's or its own
     * sake says nothing about the way.
     */
    Optional<Instant> oldestWaiting() {
        return client.sql("""
                        select written_at from mail.letter
                        where state = 'waiting' and (fault is null or (fault not like :receiver and fault not like :letter))
                        order by written_at limit 1
                        """)
                .param("receiver", RECEIVER + "%")
                .param("letter", LETTER + "%")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** How many people's letters were refused for their own sake, if none has been delivered since a time; else none. */
    int refusedAlike(Instant since) {
        return client.sql("""
                        select count(distinct about) from mail.letter
                        where fault like :letter and (state = 'waiting' or ended_at > :since)
                          and not exists (select from mail.letter d where d.state = 'delivered' and d.ended_at > :since)
                        """)
                .param("letter", LETTER + "%")
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    MailState state() {
        return client.sql("""
                        select count(*) filter (where state = 'waiting') as waiting,
                          min(written_at) filter (where state = 'waiting') as oldest,
                          count(*) filter (where state = 'failed') as failed
                        from mail.letter where state in ('waiting', 'failed')
                        """)
                .query((row, number) -> {
                    Timestamp oldest = row.getTimestamp("oldest");
                    return new MailState(
                            row.getLong("waiting"), oldest == null ? null : oldest.toInstant(), row.getLong("failed"));
                })
                .single();
    }

    private static SealedMail read(ResultSet row, int number) throws SQLException {
        return new SealedMail(
                row.getObject("id", UUID.class),
                row.getObject("about", UUID.class),
                row.getBytes("address"),
                row.getBytes("title"),
                row.getBytes("body"),
                row.getInt("attempts"),
                row.getTimestamp("written_at").toInstant());
    }

    /**
     * A letter as it lies in the table.
     *
     * @param attempts how often delivery was tried before
     */
    record SealedMail(
            UUID id, UUID about, byte[] address, byte[] title, byte[] body, int attempts, Instant writtenAt) {}
}
