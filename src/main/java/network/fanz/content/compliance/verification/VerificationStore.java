package network.fanz.content.compliance.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.content.compliance.DocumentType;
import network.fanz.content.compliance.Verification;
import network.fanz.content.compliance.VerificationState;
import network.fanz.content.compliance.spi.IdentityPage;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Checks of identity as they stand; what is known of people is sealed. */
@Component
class VerificationStore {
    /** What another node wrote as now may lie so far ahead here. */
    private static final Duration CLOCKS_DIFFER_MAX = Duration.ofSeconds(5);

    private final JdbcClient jdbc;

    VerificationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param message the provider's message that made us ask last; null if none did
     * @param legalName sealed; null before a yes
     * @param born sealed; null before a yes
     */
    record VerificationRow(
            Verification check,
            int version,
            @Nullable String message,
            byte @Nullable [] legalName,
            byte @Nullable [] born) {}

    /** What a yes adds, sealed. */
    record SealedIdentity(byte[] legalName, byte[] born, DocumentType type, String issuingCountry, LocalDate expires) {}

    /** A creator's checks move one after the other until the transaction ends. */
    void lock(AccountId creator) {
        jdbc.sql("select pg_advisory_xact_lock(84, hashtext(?))")
                .param(creator.toString())
                .query((row, number) -> number)
                .list();
    }

    void insert(UUID id, AccountId creator, String provider, Instant at, Instant askAt) {
        jdbc.sql("""
                insert into compliance.verification (id, creator, provider, state, begun_at, state_since, ask_at)
                values (?, ?, ?, 'STARTED', ?, ?, ?)""")
                .params(id, creator.value(), provider, Columns.utc(at), Columns.utc(at), Columns.utc(askAt))
                .update();
    }

    void setPage(UUID id, IdentityPage page) {
        jdbc.sql("""
                update compliance.verification set provider_reference = :reference, page = :page
                 where id = :id and state in ('STARTED', 'IN_DOUBT')""")
                .param("reference", page.reference())
                .param("page", page.url())
                .param("id", id)
                .update();
    }

    /** @param identity what is known now; null keeps what was known */
    void move(
            VerificationRow from,
            VerificationState to,
            @Nullable String reason,
            @Nullable SealedIdentity identity,
            Instant at) {
        jdbc.sql("""
                update compliance.verification set state = :to, reason = :reason, state_since = :at, version = :version,
                  page = case when :open then page end, ask_at = case when :open or ask_at <= :heard then ask_at end,
                  checked_at = case when :to = 'VERIFIED' then :at else checked_at end,
                  document_type = coalesce(:type, document_type), issuing_country = coalesce(:country, issuing_country),
                  document_expires = coalesce(:expires, document_expires), legal_name = coalesce(:name, legal_name),
                  born = coalesce(:born, born)
                 where id = :id""")
                .param("to", to.name())
                .param("reason", reason, Types.VARCHAR)
                .param("at", Columns.utc(at), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("version", from.version() + 1)
                .param("open", to.isOpen())
                .param("heard", Columns.utc(at.plus(CLOCKS_DIFFER_MAX)), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("type", identity == null ? null : identity.type().name(), Types.VARCHAR)
                .param("country", identity == null ? null : identity.issuingCountry(), Types.VARCHAR)
                .param("expires", identity == null ? null : identity.expires(), Types.DATE)
                .param("name", identity == null ? null : identity.legalName(), Types.BINARY)
                .param("born", identity == null ? null : identity.born(), Types.BINARY)
                .param("id", from.check().id())
                .update();
    }

    Optional<VerificationRow> find(UUID id) {
        return jdbc.sql("select * from compliance.verification where id = ?")
                .param(id)
                .query((row, number) -> row(row))
                .optional();
    }

    /** The check by which the creator may upload now, unless its document is over. */
    Optional<VerificationRow> verified(AccountId creator) {
        return jdbc.sql("select * from compliance.verification where creator = ? and state = 'VERIFIED'")
                .param(creator.value())
                .query((row, number) -> row(row))
                .optional();
    }

    /**
     * Takes those about which the provider is to be asked now; each comes back later, however it ends. A time further ahead than it can have
     * been meant is due.
     */
    List<VerificationRow> takeDue(Instant now, Duration delay, Duration delayMax, int limit) {
        return jdbc.sql("""
                update compliance.verification set asked = asked + 1,
                  ask_at = :now + least(:delay * power(2, least(asked, 20)), :most) * interval '1 ms'
                 where id in (select id from compliance.verification where ask_at <= :now or ask_at > :now + 2 * :most * interval '1 ms'
                               order by ask_at limit :limit for update skip locked)
                returning *""")
                .param("now", Columns.utc(now), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("delay", delay.toMillis())
                .param("most", delayMax.toMillis())
                .param("limit", limit)
                .query((row, number) -> row(row))
                .list();
    }

    /** Has the provider asked about it now, whatever its state. */
    void askNow(UUID id, String message, Instant now) {
        jdbc.sql("update compliance.verification set ask_at = :now, asked = 0, message = :message where id = :id")
                .param("now", Columns.utc(now))
                .param("message", message)
                .param("id", id)
                .update();
    }

    /** Unless a message has come since it was taken: then it is due, and what is taken never is. */
    void askNoMore(UUID id, Instant now) {
        jdbc.sql("""
                update compliance.verification set ask_at = null
                 where id = ? and state not in ('STARTED', 'IN_DOUBT') and ask_at > ?""").params(id, Columns.utc(now.plus(CLOCKS_DIFFER_MAX))).update();
    }

    static VerificationRow row(ResultSet row) throws SQLException {
        return new VerificationRow(
                check(row),
                row.getInt("version"),
                row.getString("message"),
                row.getBytes("legal_name"),
                row.getBytes("born"));
    }

    static Verification check(ResultSet row) throws SQLException {
        String type = row.getString("document_type");
        return new Verification(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("creator", UUID.class)),
                row.getString("provider"),
                row.getString("provider_reference"),
                row.getString("page"),
                VerificationState.valueOf(row.getString("state")),
                row.getString("reason"),
                Columns.instant(row, "begun_at"),
                Columns.instant(row, "state_since"),
                Columns.instantOrNull(row, "checked_at"),
                type == null
                        ? null
                        : new Verification.ShownDocument(
                                DocumentType.valueOf(type),
                                row.getString("issuing_country"),
                                row.getObject("document_expires", LocalDate.class)));
    }
}
