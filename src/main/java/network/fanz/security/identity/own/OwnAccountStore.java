package network.fanz.security.identity.own;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is kept about one account. */
@Component
class OwnAccountStore {
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;

    OwnAccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record KeptAccount(
            String state,
            String country,
            String language,
            byte @Nullable [] email,
            byte @Nullable [] name,
            byte @Nullable [] dateOfBirth,
            Instant registeredAt,
            @Nullable Instant emailVerifiedAt,
            @Nullable Instant signedInAt) {}

    List<KeptAccount> account(AccountId owner) {
        return jdbc.sql("select * from identity.account where id = ?")
                .param(owner.value())
                .query((row, number) -> new KeptAccount(
                        row.getString("state"),
                        row.getString("country"),
                        row.getString("language"),
                        row.getBytes("email"),
                        row.getBytes("name"),
                        row.getBytes("date_of_birth"),
                        Columns.instant(row, "registered_at"),
                        Columns.instantOrNull(row, "email_verified_at"),
                        Columns.instantOrNull(row, "signed_in_at")))
                .list();
    }

    record KeptTerms(int number, Instant acceptedAt) {}

    List<KeptTerms> terms(AccountId owner) {
        return jdbc.sql(
                        "select number, accepted_at from identity.terms_acceptance where account_id = ? order by number")
                .param(owner.value())
                .query((row, index) -> new KeptTerms(row.getInt("number"), Columns.instant(row, "accepted_at")))
                .list();
    }

    /** @param by who gave it; null for the program */
    record KeptRole(
            String role, Instant grantedAt, @Nullable UUID by) {}

    List<KeptRole> roles(AccountId owner) {
        return jdbc.sql("select * from identity.role_grant where account_id = ? order by granted_at, role")
                .param(owner.value())
                .query((row, number) -> new KeptRole(
                        row.getString("role"),
                        Columns.instant(row, "granted_at"),
                        row.getObject("granted_by", UUID.class)))
                .list();
    }

    /** @param accepted whether it was the owner's to accept; otherwise they sent it */
    record KeptInvitation(
            UUID id,
            boolean accepted,
            String role,
            Instant madeAt,
            Instant expiresAt,
            @Nullable Instant usedAt,
            @Nullable Instant withdrawnAt) {}

    List<KeptInvitation> invitations(AccountId owner, @Nullable String after, int limit) {
        return jdbc.sql("""
                select *, used_by is not distinct from :owner as accepted from identity.invitation
                 where (used_by = :owner or made_by = :owner) and id > :after order by id limit :limit""")
                .param("owner", owner.value())
                .param("after", id(after))
                .param("limit", limit)
                .query(OwnAccountStore::invitation)
                .list();
    }

    private static KeptInvitation invitation(ResultSet row, int number) throws SQLException {
        return new KeptInvitation(
                row.getObject("id", UUID.class),
                row.getBoolean("accepted"),
                row.getString("role"),
                Columns.instant(row, "made_at"),
                Columns.instant(row, "expires_at"),
                Columns.instantOrNull(row, "used_at"),
                Columns.instantOrNull(row, "withdrawn_at"));
    }

    /** @param email sealed; null once it has ended */
    record KeptAddressChange(
            String state,
            byte @Nullable [] email,
            Instant askedAt,
            Instant expiresAt,
            @Nullable Instant newConfirmedAt,
            @Nullable Instant formerConfirmedAt) {}

    List<KeptAddressChange> addressChanges(AccountId owner) {
        return jdbc.sql("select * from identity.address_change where account_id = ? order by asked_at")
                .param(owner.value())
                .query((row, number) -> new KeptAddressChange(
                        row.getString("state"),
                        row.getBytes("email"),
                        Columns.instant(row, "asked_at"),
                        Columns.instant(row, "expires_at"),
                        Columns.instantOrNull(row, "new_confirmed_at"),
                        Columns.instantOrNull(row, "former_confirmed_at")))
                .list();
    }

    private static UUID id(@Nullable String after) {
        return after == null ? FIRST : UUID.fromString(after);
    }
}
