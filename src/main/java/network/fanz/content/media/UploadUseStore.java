package network.fanz.content.media;

import java.time.Instant;
import network.fanz.common.AccountId;
import network.fanz.platform.postgres.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much of what there is an account has used. */
@Component
class UploadUseStore {
    private final JdbcClient jdbc;

    UploadUseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param unfinished how many files are
     * @param begun how many were begun lately, also such as are gone
     * @param lately bytes of these: of one that is gone what had come, of another all that is announced, and of each what was stored for nothing
     * @param inAll bytes that are there or announced
     */
    record UploadUse(int unfinished, int begun, long lately, long inAll) {}

    /** One look at the rows of one account, of which quotas bound how many there are. */
    UploadUse of(AccountId owner, Instant since) {
        return jdbc.sql("""
                select count(*) filter (where state = 'RECEIVING') as unfinished,
                       count(*) filter (where created_at > :since) as begun,
                       coalesce(sum(case when state = 'GONE' then received else length end + wasted)
                         filter (where created_at > :since), 0)::bigint as lately,
                       coalesce(sum(length) filter (where state <> 'GONE' and given_up_at is null), 0)::bigint as in_all
                  from media.upload where owner = :owner""")
                .param("owner", owner.value())
                .param("since", Columns.utc(since))
                .query((row, number) -> new UploadUse(
                        row.getInt("unfinished"), row.getInt("begun"), row.getLong("lately"), row.getLong("in_all")))
                .single();
    }
}
