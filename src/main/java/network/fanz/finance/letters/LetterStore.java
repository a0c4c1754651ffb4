package network.fanz.finance.letters;

import java.sql.Types;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.platform.postgres.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which letters were written, and which nobody wants. */
@Component
class LetterStore {
    private final JdbcClient jdbc;

    LetterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false if it was written before */
    boolean write(UUID payment, LetterKind kind, AccountId account, Instant at) {
        return jdbc.sql("""
                insert into letters.written (payment, kind, account, written_at) values (?, ?, ?, ?)
                on conflict do nothing""")
                        .params(payment, kind.code(), account.value(), Columns.utc(at))
                        .update()
                == 1;
    }

    Set<SellerNews> switchedOff(AccountId account) {
        return jdbc
                .sql("select news from letters.switched_off where account = ?")
                .param(account.value())
                .query(String.class)
                .list()
                .stream()
                .flatMap(code -> SellerNews.of(code).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @return whether anything is other than it was */
    boolean switchOff(AccountId account, Set<SellerNews> off, Instant at) {
        String[] codes = off.stream().map(SellerNews::code).toArray(String[]::new);
        int on = jdbc.sql("delete from letters.switched_off where account = :account and not news = any(:off)")
                .param("account", account.value())
                .param("off", codes, Types.ARRAY)
                .update();
        int more = jdbc.sql("""
                insert into letters.switched_off (account, news, since)
                select :account, news, :at from unnest(:off) as news on conflict do nothing""")
                .param("account", account.value())
                .param("off", codes, Types.ARRAY)
                .param("at", Columns.utc(at))
                .update();
        return on + more > 0;
    }
}
