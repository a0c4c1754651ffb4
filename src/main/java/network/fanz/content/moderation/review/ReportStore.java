package network.fanz.content.moderation.review;

import java.sql.Types;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import network.fanz.content.moderation.ReportLine;
import network.fanz.content.moderation.ReportReason;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reports, counted by release and reason. */
@Component
class ReportStore {
    private static final int WORDS_MAX = 20;
    private static final int SHOWN_MAX = 40;

    private final JdbcClient jdbc;

    ReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts one more. Returns the digest of what was judged fine although it was reported for this; empty if nothing was. */
    Optional<String> count(UUID release, UUID work, ReportReason reason, Instant at) {
        return jdbc.sql("""
                insert into moderation.report as told (release, reason, work, times, first_at, last_at)
                values (:release, :reason, :work, 1, :at, :at)
                on conflict (release, reason) do update set times = told.times + 1, last_at = :at
                returning judged_digest""")
                .param("release", release)
                .param("reason", reason.name())
                .param("work", work)
                .param("at", Columns.utc(at))
                .query((row, number) -> Optional.ofNullable(row.getString("judged_digest")))
                .single();
    }

    /** Keeps words if there is room for them: of one release, so many at the most since it waits for a person. */
    void keepWords(UUID id, UUID release, ReportReason reason, byte[] words, Instant at) {
        jdbc.sql("""
                insert into moderation.report_words (id, release, reason, words, made_at)
                select :id, :release, :reason, :words, :at
                 where (select count(*) from moderation.report_words said where said.release = :release and said.made_at >= coalesce(
                   (select waits_since from moderation.review_item i where i.release = :release and i.state = 'WAITING'), '-infinity')) < :most""")
                .param("id", id)
                .param("release", release)
                .param("reason", reason.name())
                .param("words", words)
                .param("at", Columns.utc(at))
                .param("most", WORDS_MAX)
                .update();
    }

    /** For what a release was reported that nobody has judged fine yet. */
    Set<ReportReason> open(UUID release) {
        Set<ReportReason> open = EnumSet.noneOf(ReportReason.class);
        jdbc.sql("select reason from moderation.report where release = ? and judged_digest is null")
                .param(release)
                .query(String.class)
                .list()
                .forEach(reason -> open.add(ReportReason.valueOf(reason)));
        return open;
    }

    /** For what, and how often. */
    List<ReportLine> of(UUID release) {
        return jdbc.sql("select * from moderation.report where release = ? order by times desc, reason")
                .param(release)
                .query((row, number) -> new ReportLine(
                        ReportReason.valueOf(row.getString("reason")),
                        row.getInt("times"),
                        Columns.instant(row, "last_at")))
                .list();
    }

    /** The latest first. */
    List<byte[]> words(UUID release) {
        return jdbc.sql("select words from moderation.report_words where release = ? order by made_at desc limit ?")
                .params(release, SHOWN_MAX)
                .query((row, number) -> row.getBytes("words"))
                .list();
    }

    /** Whoever has looked found this fine: what is reported again is only counted until it changes, unless it is grave. */
    void judgeFine(UUID release, String digest) {
        jdbc.sql("update moderation.report set judged_digest = ? where release = ?")
                .params(digest, release)
                .update();
    }

    /** What was judged does not count any more: for this reason, or for all where none is named. */
    void openAgain(UUID release, @Nullable ReportReason reason) {
        jdbc.sql(
                        "update moderation.report set judged_digest = null where release = :release and reason = coalesce(:reason, reason)")
                .param("release", release)
                .param("reason", reason == null ? null : reason.name(), Types.VARCHAR)
                .update();
    }
}
