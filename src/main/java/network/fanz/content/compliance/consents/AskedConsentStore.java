package network.fanz.content.compliance.consents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.content.compliance.AskedConsent;
import network.fanz.content.compliance.AskedConsent.AskedState;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was asked for a consent, and where. Of what opens a question only a hash is stored. */
@Component
class AskedConsentStore {
    private final JdbcClient jdbc;

    AskedConsentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A question as it is kept.
     *
     * @param upload the file that it is about
     * @param address sealed under the key of the performer's record
     * @param addressKey a keyed hash of the address in its one form
     */
    record AskedRow(
            UUID id,
            UUID work,
            UUID upload,
            UUID performer,
            AccountId creator,
            byte[] address,
            byte[] addressKey,
            String language,
            Instant madeAt,
            Instant expiresAt,
            @Nullable Instant usedAt,
            @Nullable Instant withdrawnAt,
            int wrongNames) {
        AskedConsent seen(Instant now) {
            return new AskedConsent(madeAt, expiresAt, state(now));
        }

        AskedState state(Instant now) {
            if (usedAt != null) {
                return AskedState.SIGNED;
            }
            if (withdrawnAt != null) {
                return AskedState.WITHDRAWN;
            }
            return expiresAt.isAfter(now) ? AskedState.OPEN : AskedState.LAPSED;
        }
    }

    /** @param countedKey by what letters to its mailbox are counted */
    void insert(AskedRow row, byte[] countedKey, byte[] tokenHash) {
        jdbc.sql("""
                insert into compliance.consent_invitation
                  (id, work, upload, performer, creator, token_hash, address, address_key, counted_key, language, made_at, expires_at)
                values (:id, :work, :upload, :performer, :creator, :hash, :address, :key, :counted, :language, :made, :expires)""")
                .param("id", row.id())
                .param("work", row.work())
                .param("upload", row.upload())
                .param("performer", row.performer())
                .param("creator", row.creator().value())
                .param("hash", tokenHash)
                .param("address", row.address())
                .param("key", row.addressKey())
                .param("counted", countedKey)
                .param("language", row.language())
                .param("made", Columns.utc(row.madeAt()))
                .param("expires", Columns.utc(row.expiresAt()))
                .update();
    }

    Optional<AskedRow> find(UUID id) {
        return jdbc.sql("select * from compliance.consent_invitation where id = ?")
                .param(id)
                .query(AskedConsentStore::row)
                .optional();
    }

    Optional<AskedRow> find(byte[] tokenHash) {
        return jdbc.sql("select * from compliance.consent_invitation where token_hash = ?")
                .param(tokenHash)
                .query(AskedConsentStore::row)
                .optional();
    }

    /** The last question to each person in a work. */
    List<AskedRow> latest(UUID work) {
        return jdbc.sql("""
                select distinct on (performer) * from compliance.consent_invitation where work = ?
                 order by performer, made_at desc, id""").param(work).query(AskedConsentStore::row).list();
    }

    /** Questions that an address can still answer, the newest first. */
    List<AskedRow> open(byte[] addressKey, Instant now, int limit) {
        return jdbc.sql("""
                select * from compliance.consent_invitation
                 where address_key = ? and used_at is null and withdrawn_at is null and expires_at > ? order by made_at desc, id limit ?""")
                .params(addressKey, Columns.utc(now), limit)
                .query(AskedConsentStore::row)
                .list();
    }

    /** How many letters a creator has caused since. */
    int sentSince(AccountId creator, Instant since) {
        return jdbc.sql("select count(*) from compliance.consent_invitation where creator = ? and made_at > ?")
                .params(creator.value(), Columns.utc(since))
                .query(Integer.class)
                .single();
    }

    /** How many of them to one mailbox. */
    int sentSince(AccountId creator, byte[] countedKey, Instant since) {
        return jdbc.sql("""
                select count(*) from compliance.consent_invitation where counted_key = ? and creator = ? and made_at > ?""")
                .params(countedKey, creator.value(), Columns.utc(since))
                .query(Integer.class)
                .single();
    }

    /** How many letters all creators together have caused to one mailbox. */
    int sentSince(byte[] countedKey, Instant since) {
        return jdbc.sql("select count(*) from compliance.consent_invitation where counted_key = ? and made_at > ?")
                .params(countedKey, Columns.utc(since))
                .query(Integer.class)
                .single();
    }

    /** Whether a creator has given an address for somebody else in their works. */
    boolean isOfAnother(AccountId creator, byte[] addressKey, UUID performer) {
        return jdbc.sql("""
                select exists (select from compliance.consent_invitation where address_key = ? and creator = ? and performer <> ?)""")
                .params(addressKey, creator.value(), performer)
                .query(Boolean.class)
                .single();
    }

    /** The links of earlier letters about the same end. */
    void withdraw(UUID work, UUID performer, Instant now) {
        jdbc.sql("""
                update compliance.consent_invitation set withdrawn_at = ?
                 where work = ? and performer = ? and used_at is null and withdrawn_at is null""").params(Columns.utc(now), work, performer).update();
    }

    void use(UUID id, Instant now) {
        jdbc.sql("update compliance.consent_invitation set used_at = ? where id = ? and used_at is null")
                .params(Columns.utc(now), id)
                .update();
    }

    /** After so many wrong names the link is good no more. */
    void countWrongName(UUID id, int most, Instant now) {
        jdbc.sql("""
                update compliance.consent_invitation set wrong_names = wrong_names + 1,
                  withdrawn_at = case when wrong_names + 1 >= ? then ?::timestamptz end
                 where id = ? and used_at is null and withdrawn_at is null""").params(most, Columns.utc(now), id).update();
    }

    private static AskedRow row(ResultSet row, int number) throws SQLException {
        return new AskedRow(
                row.getObject("id", UUID.class),
                row.getObject("work", UUID.class),
                row.getObject("upload", UUID.class),
                row.getObject("performer", UUID.class),
                new AccountId(row.getObject("creator", UUID.class)),
                row.getBytes("address"),
                row.getBytes("address_key"),
                row.getString("language"),
                Columns.instant(row, "made_at"),
                Columns.instant(row, "expires_at"),
                Columns.instantOrNull(row, "used_at"),
                Columns.instantOrNull(row, "withdrawn_at"),
                row.getInt("wrong_names"));
    }
}
