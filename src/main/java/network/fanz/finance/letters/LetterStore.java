package network.fanz.finance.letters;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which letters were written, and which nobody wants. */
@Component
class LetterStore {
    private static final UUID FIRST = new UUID(0, 0);

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
        return switchedOff(Set.of(account)).getOrDefault(account, Set.of());
    }

    /** What each of them does not want to hear; who wants all of it is not in the map. */
    Map<AccountId, Set<SellerNews>> switchedOff(Set<AccountId> accounts) {
        return accounts.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("select account, news from letters.switched_off where account = any(:accounts)")
                        .param(
                                "accounts",
                                accounts.stream().map(AccountId::value).toArray(UUID[]::new),
                                Types.ARRAY)
                        .query((row, number) ->
                                Map.entry(new AccountId(row.getObject("account", UUID.class)), row.getString("news")))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.flatMapping(
                                        entry -> SellerNews.of(entry.getValue()).stream(),
                                        Collectors.toUnmodifiableSet())));
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

    record WrittenLetter(UUID payment, String kind, Instant at) {
        String place() {
            return payment + " " + kind;
        }
    }

    /** @param after the place of the last one before; null for the first page */
    List<WrittenLetter> writtenTo(AccountId account, @Nullable String after, int limit) {
        String[] place = after == null ? new String[] {FIRST.toString(), ""} : after.split(" ", 2);
        return jdbc.sql("""
                select payment, kind, written_at from letters.written
                 where account = :account and (payment, kind) > (:payment, :kind) order by payment, kind limit :limit""")
                .param("account", account.value())
                .param("payment", UUID.fromString(place[0]))
                .param("kind", place[1])
                .param("limit", limit)
                .query((row, number) -> new WrittenLetter(
                        row.getObject("payment", UUID.class),
                        row.getString("kind"),
                        Columns.instant(row, "written_at")))
                .list();
    }

    record UnwantedNews(String news, Instant since) {}

    List<UnwantedNews> unwanted(AccountId account) {
        return jdbc.sql("select news, since from letters.switched_off where account = ? order by since, news")
                .param(account.value())
                .query((row, number) -> new UnwantedNews(row.getString("news"), Columns.instant(row, "since")))
                .list();
    }
}
