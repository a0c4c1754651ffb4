package network.fanz.content.audience;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.platform.postgres.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who follows whom. */
@Component
class FollowStore {
    private final JdbcClient jdbc;

    FollowStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record FollowRow(AccountId creator, Instant followedAt) {}

    /** @return whether it is new; not if the fan follows the creator already, or too many */
    boolean follow(AccountId fan, AccountId creator, Instant at, int max) {
        return jdbc.sql("""
                        insert into audience.follow (fan, creator, followed_at) select :fan, :creator, :at
                         where (select count(*) from audience.follow where fan = :fan) < :max
                        on conflict (fan, creator) do nothing""")
                        .param("fan", fan.value())
                        .param("creator", creator.value())
                        .param("at", Columns.utc(at))
                        .param("max", max)
                        .update()
                == 1;
    }

    void unfollow(AccountId fan, AccountId creator) {
        jdbc.sql("delete from audience.follow where fan = ? and creator = ?")
                .params(fan.value(), creator.value())
                .update();
    }

    boolean follows(AccountId fan, AccountId creator) {
        return jdbc.sql("select exists (select from audience.follow where fan = ? and creator = ?)")
                .params(fan.value(), creator.value())
                .query(Boolean.class)
                .single();
    }

    /** The latest first. */
    List<FollowRow> rows(AccountId fan) {
        return jdbc.sql("select * from audience.follow where fan = ? order by followed_at desc, creator")
                .param(fan.value())
                .query((row, number) -> new FollowRow(
                        new AccountId(row.getObject("creator", UUID.class)), Columns.instant(row, "followed_at")))
                .list();
    }

    List<AccountId> of(AccountId fan) {
        return rows(fan).stream().map(FollowRow::creator).toList();
    }

    long followers(AccountId creator) {
        return jdbc.sql("select count(*) from audience.follow where creator = ?")
                .param(creator.value())
                .query(Long.class)
                .single();
    }
}
