package network.fanz.content.compliance.consents;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.content.compliance.ConsentScope;
import network.fanz.content.compliance.ConsentText;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What performers have signed and taken back; rows are only added. */
@Component
class SignatureStore {
    private static final String ALL = """
            select s.*, array(select c.scope from compliance.consent_scope c where c.signature = s.id) as scopes,
              array(select r.scope from compliance.consent_revocation r where r.signature = s.id) as revoked
            from compliance.consent_signature s left join compliance.consent_invitation i on i.id = s.invitation
            """;

    private final JdbcClient jdbc;

    SignatureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A signature as it is kept.
     *
     * @param invitation null where creators sign for themselves
     * @param account who was signed in, where that is the one who was asked
     * @param name as it was typed, sealed under the key of the performer's record
     */
    record ConsentRow(
            UUID id,
            @Nullable UUID invitation,
            UUID work,
            UUID upload,
            UUID performer,
            AccountId creator,
            @Nullable AccountId account,
            byte[] name,
            int text,
            String language,
            String sha256,
            Instant at,
            Set<ConsentScope> scopes,
            Set<ConsentScope> revoked) {
        boolean holds(ConsentScope scope) {
            return scopes.contains(scope) && !revoked.contains(scope);
        }
    }

    void insert(ConsentRow row, byte @Nullable [] revokeHash) {
        jdbc.sql("""
                insert into compliance.consent_signature (id, invitation, work, upload, performer, creator, account, name,
                  text_number, text_language, text_sha256, revoke_hash, signed_at)
                values (:id, :invitation, :work, :upload, :performer, :creator, :account, :name, :text, :language, :sha256, :hash, :at)""")
                .param("id", row.id())
                .param("invitation", row.invitation(), Types.OTHER)
                .param("work", row.work())
                .param("upload", row.upload())
                .param("performer", row.performer())
                .param("creator", row.creator().value())
                .param("account", row.account() == null ? null : row.account().value(), Types.OTHER)
                .param("name", row.name())
                .param("text", row.text())
                .param("language", row.language())
                .param("sha256", row.sha256())
                .param("hash", revokeHash, Types.BINARY)
                .param("at", Columns.utc(row.at()))
                .update();
        jdbc.sql("insert into compliance.consent_scope (signature, scope) select :id, unnest(:scopes)")
                .param("id", row.id())
                .param("scopes", names(row.scopes()), Types.ARRAY)
                .update();
    }

    void revoke(UUID signature, Collection<ConsentScope> scopes, @Nullable AccountId by, Instant at) {
        jdbc.sql("""
                insert into compliance.consent_revocation (signature, scope, account, revoked_at)
                select :id, unnest(:scopes), :by, :at""")
                .param("id", signature)
                .param("scopes", names(scopes), Types.ARRAY)
                .param("by", by == null ? null : by.value(), Types.OTHER)
                .param("at", Columns.utc(at))
                .update();
    }

    List<ConsentRow> ofWork(UUID work) {
        return jdbc.sql(ALL + " where s.work = ? order by s.signed_at, s.id")
                .param(work)
                .query(SignatureStore::row)
                .list();
    }

    Optional<ConsentRow> find(UUID id) {
        return jdbc.sql(ALL + " where s.id = ?")
                .param(id)
                .query(SignatureStore::row)
                .optional();
    }

    Optional<ConsentRow> find(byte[] revokeHash) {
        return jdbc.sql(ALL + " where s.revoke_hash = ?")
                .param(revokeHash)
                .query(SignatureStore::row)
                .optional();
    }

    /** What an account has signed, or whoever reads the mailbox of its confirmed address; the latest first. */
    List<ConsentRow> of(AccountId account, byte @Nullable [] addressKey, @Nullable UUID after, int limit) {
        return jdbc.sql(ALL + """
                 where (s.account = :account or i.address_key = :key)
                   and (:after::uuid is null or (s.signed_at, s.id) <
                     (select a.signed_at, a.id from compliance.consent_signature a where a.id = :after::uuid))
                 order by s.signed_at desc, s.id desc limit :limit""")
                .param("account", account.value())
                .param("key", addressKey, Types.BINARY)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query(SignatureStore::row)
                .list();
    }

    /** False if there is one already. */
    boolean insert(ConsentText text, Instant at) {
        return jdbc.sql("""
                insert into compliance.consent_text (number, language, body, sha256, published_at) values (?, ?, ?, ?, ?)
                on conflict do nothing""")
                        .params(text.number(), text.language(), text.text(), text.sha256(), Columns.utc(at))
                        .update()
                == 1;
    }

    Optional<ConsentText> text(int number, String language) {
        return jdbc.sql("select * from compliance.consent_text where number = ? and language = ?")
                .params(number, language)
                .query((row, index) -> new ConsentText(
                        row.getInt("number"),
                        row.getString("language"),
                        row.getString("body"),
                        row.getString("sha256")))
                .optional();
    }

    private static String[] names(Collection<ConsentScope> scopes) {
        return scopes.stream().map(Enum::name).toArray(String[]::new);
    }

    private static Set<ConsentScope> scopes(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray())
                .map(ConsentScope::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static ConsentRow row(ResultSet row, int number) throws SQLException {
        UUID account = row.getObject("account", UUID.class);
        return new ConsentRow(
                row.getObject("id", UUID.class),
                row.getObject("invitation", UUID.class),
                row.getObject("work", UUID.class),
                row.getObject("upload", UUID.class),
                row.getObject("performer", UUID.class),
                new AccountId(row.getObject("creator", UUID.class)),
                account == null ? null : new AccountId(account),
                row.getBytes("name"),
                row.getInt("text_number"),
                row.getString("text_language"),
                row.getString("text_sha256"),
                Columns.instant(row, "signed_at"),
                scopes(row.getArray("scopes")),
                scopes(row.getArray("revoked")));
    }
}
