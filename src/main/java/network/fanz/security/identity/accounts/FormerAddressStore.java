package network.fanz.security.identity.accounts;

import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts whose look-up hash was made by the former rule. */
@Component
final class FormerAddressStore {
    private final JdbcClient jdbc;

    FormerAddressStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record FormerAddress(AccountId id, byte[] lookup, byte[] email) {}

    /** Those behind this id, in its order. */
    List<FormerAddress> next(UUID after, int max) {
        return jdbc.sql("""
                        select id, email_lookup, email from identity.account
                        where id > :after and address_form = 1 and email_lookup is not null and email is not null
                        order by id limit :max
                        """)
                .param("after", after)
                .param("max", max)
                .query((row, number) -> new FormerAddress(
                        new AccountId(row.getObject("id", UUID.class)),
                        row.getBytes("email_lookup"),
                        row.getBytes("email")))
                .list();
    }

    /** The account is found by this hash from now on, unless it got another one meanwhile. */
    void rekey(FormerAddress former, byte[] lookup) {
        jdbc.sql("""
                        update identity.account set email_lookup = :lookup, address_form = 2
                        where id = :id and email_lookup = :former
                        """)
                .param("lookup", lookup)
                .param("id", former.id().value())
                .param("former", former.lookup())
                .update();
    }

    /** Their hashes stay as they are. */
    void keep(List<FormerAddress> all) {
        if (!all.isEmpty()) {
            jdbc.sql("update identity.account set address_form = 2 where id in (:ids)")
                    .param(
                            "ids",
                            all.stream().map(former -> former.id().value()).toList())
                    .update();
        }
    }
}
