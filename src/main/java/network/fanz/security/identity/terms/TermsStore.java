package network.fanz.security.identity.terms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.platform.postgres.Columns;
import network.fanz.security.identity.TermsText;
import network.fanz.security.identity.TermsVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Versions of the terms of use, and who has accepted which. */
@Component
final class TermsStore {
    private static final int LIST_MAX = 200;

    private static final String VERSION =
            "select number, title, change, effective_at, published_at, published_by from identity.terms ";

    private static final String TEXT =
            "select number, title, change, effective_at, published_at, published_by, text from identity.terms ";

    private final JdbcClient jdbc;

    TermsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The number of the version in force; 0 if none is. */
    int numberInForce(Instant now) {
        return jdbc.sql("select coalesce(max(number), 0) from identity.terms where effective_at <= :now")
                .param("now", Columns.utc(now))
                .query(Integer.class)
                .single();
    }

    Optional<TermsText> inForce(Instant now) {
        return jdbc.sql(TEXT + "where effective_at <= :now order by number desc limit 1")
                .param("now", Columns.utc(now))
                .query(TermsStore::text)
                .optional();
    }

    Optional<TermsText> find(int number) {
        return jdbc.sql(TEXT + "where number = :number")
                .param("number", number)
                .query(TermsStore::text)
                .optional();
    }

    List<TermsVersion> versions() {
        return jdbc.sql(VERSION + "order by number desc limit :most")
                .param("most", LIST_MAX)
                .query(TermsStore::version)
                .list();
    }

    /** From behind the first number up to the second one. */
    List<TermsVersion> between(int after, int last) {
        return jdbc.sql(VERSION + "where number > :after and number <= :last order by number desc limit :most")
                .param("after", after)
                .param("last", last)
                .param("most", LIST_MAX)
                .query(TermsStore::version)
                .list();
    }

    int latestNumber() {
        return jdbc.sql("select coalesce(max(number), 0) from identity.terms")
                .query(Integer.class)
                .single();
    }

    /** False if there is a version of this number. */
    boolean add(TermsText terms) {
        TermsVersion version = terms.version();
        return jdbc.sql("""
                                insert into identity.terms (number, title, text, change, effective_at, published_at, published_by)
                                values (:number, :title, :text, :change, :effective, :published, :by)
                                on conflict (number) do nothing
                                """)
                        .param("number", version.number())
                        .param("title", version.title())
                        .param("text", terms.text())
                        .param("change", version.change(), Types.VARCHAR)
                        .param("effective", Columns.utc(version.effectiveAt()))
                        .param("published", Columns.utc(version.publishedAt()))
                        .param("by", version.publishedBy().value())
                        .update()
                == 1;
    }

    /** False if the account has accepted it before. */
    boolean accept(AccountId account, int number, Instant at) {
        return jdbc.sql("""
                                insert into identity.terms_acceptance (account_id, number, accepted_at)
                                values (:account, :number, :at) on conflict do nothing
                                """)
                        .param("account", account.value())
                        .param("number", number)
                        .param("at", Columns.utc(at))
                        .update()
                == 1;
    }

    /** The highest number that the account has accepted; 0 if none. */
    int accepted(AccountId account) {
        return jdbc.sql("select coalesce(max(number), 0) from identity.terms_acceptance where account_id = :account")
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }

    long count(int number) {
        return jdbc.sql("select count(*) from identity.terms_acceptance where number = :number")
                .param("number", number)
                .query(Long.class)
                .single();
    }

    private static TermsText text(ResultSet row, int index) throws SQLException {
        return new TermsText(version(row, index), row.getString("text"));
    }

    private static TermsVersion version(ResultSet row, int index) throws SQLException {
        return new TermsVersion(
                row.getInt("number"),
                row.getString("title"),
                row.getString("change"),
                Columns.instant(row, "effective_at"),
                Columns.instant(row, "published_at"),
                new AccountId(row.getObject("published_by", UUID.class)));
    }
}
