package network.fanz.security.identity.passkeys;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.common.Ids;
import network.fanz.platform.vault.Vault;
import network.fanz.security.identity.RegisteredPasskey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/** The table of passkeys. A user's handle is the account's id in 16 bytes. */
final class PasskeyStore implements UserCredentialRepository {
    private static final String LABEL = "identity.passkey.label";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    PasskeyStore(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    static Bytes handle(AccountId account) {
        UUID id = account.value();
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    /** @throws IllegalArgumentException if it is no handle of ours */
    static AccountId account(Bytes handle) {
        ByteBuffer bytes = ByteBuffer.wrap(handle.getBytes());
        if (bytes.remaining() != 16) {
            throw new IllegalArgumentException("Not a handle of an account");
        }
        return new AccountId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    /**
     * Adds a new key, or records the use of a known one. A device's counter only rises, unless it always stays at zero: a counter that does
     * not rise shows a copied key (WebAuthn Level 3, 6.1.1).
     *
     * @throws IllegalStateException if the counter did not rise, or the key is another account's
     */
    @Override
    public void save(CredentialRecord key) {
        AccountId account = account(key.getUserEntityUserId());
        int saved = jdbc.sql("""
                        insert into identity.passkey as p (credential_id, id, account_id, public_key, sign_count, uv_initialized,
                          transports, backup_eligible, backup_state, attestation_object, attestation_client_data, label,
                          created_at, last_used_at)
                        values (:credential, :id, :account, :key, :count, :uv, :transports, :eligible, :backup, :attestation,
                          :clientData, :label, :created, :used)
                        on conflict (credential_id) do update
                        set sign_count = excluded.sign_count, uv_initialized = excluded.uv_initialized,
                          backup_state = excluded.backup_state, last_used_at = :now
                        where p.account_id = excluded.account_id
                          and (excluded.sign_count > p.sign_count or (excluded.sign_count = 0 and p.sign_count = 0))
                        """)
                .param("credential", key.getCredentialId().getBytes())
                .param("id", Ids.next(clock))
                .param("account", account.value())
                .param("key", key.getPublicKey().getBytes())
                .param("count", key.getSignatureCount())
                .param("uv", key.isUvInitialized())
                .param("transports", transports(key.getTransports()))
                .param("eligible", key.isBackupEligible())
                .param("backup", key.isBackupState())
                .param("attestation", bytes(key.getAttestationObject()))
                .param("clientData", bytes(key.getAttestationClientDataJSON()))
                .param("label", vault.seal(account.value(), LABEL, String.valueOf(key.getLabel())))
                .param("created", clock.instant().atOffset(ZoneOffset.UTC))
                .param("used", clock.instant().atOffset(ZoneOffset.UTC))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (saved == 0) {
            throw new IllegalStateException("The passkey's counter did not rise, or the key is somebody else's");
        }
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return jdbc.sql("select * from identity.passkey where credential_id = :credential")
                .param("credential", credential.getBytes())
                .query(this::record)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return jdbc.sql("select * from identity.passkey where account_id = :account order by created_at limit 50")
                .param("account", account(handle).value())
                .query(this::record)
                .list();
    }

    @Override
    public void delete(Bytes credential) {
        jdbc.sql("delete from identity.passkey where credential_id = :credential")
                .param("credential", credential.getBytes())
                .update();
    }

    List<RegisteredPasskey> list(AccountId account) {
        return jdbc.sql("""
                        select id, label, created_at, last_used_at from identity.passkey
                        where account_id = :account order by created_at, id limit 50
                        """)
                .param("account", account.value())
                .query((row, number) -> new RegisteredPasskey(
                        row.getObject("id", UUID.class),
                        vault.open(account.value(), LABEL, row.getBytes("label")),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("last_used_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    int count(AccountId account) {
        return jdbc.sql("select count(*) from identity.passkey where account_id = :account")
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }

    void removeAll(AccountId account) {
        jdbc.sql("delete from identity.passkey where account_id = :account")
                .param("account", account.value())
                .update();
    }

    boolean remove(AccountId account, UUID id) {
        return jdbc.sql("delete from identity.passkey where account_id = :account and id = :id")
                        .param("account", account.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    private CredentialRecord record(ResultSet row, int number) throws SQLException {
        AccountId account = new AccountId(row.getObject("account_id", UUID.class));
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(handle(account))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("sign_count"))
                .uvInitialized(row.getBoolean("uv_initialized"))
                .transports(transports(row.getString("transports")))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backup_state"))
                .attestationObject(new Bytes(row.getBytes("attestation_object")))
                .attestationClientDataJSON(new Bytes(row.getBytes("attestation_client_data")))
                .label(vault.open(account.value(), LABEL, row.getBytes("label")))
                .created(row.getObject("created_at", OffsetDateTime.class).toInstant())
                .lastUsed(row.getObject("last_used_at", OffsetDateTime.class).toInstant())
                .build();
    }

    private static String transports(@Nullable Set<AuthenticatorTransport> transports) {
        return transports == null
                ? ""
                : transports.stream()
                        .map(AuthenticatorTransport::getValue)
                        .sorted()
                        .collect(Collectors.joining(","));
    }

    private static Set<AuthenticatorTransport> transports(String text) {
        return Arrays.stream(text.split(","))
                .filter(word -> !word.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
    }

    private static byte[] bytes(@Nullable Bytes bytes) {
        return bytes == null ? new byte[0] : bytes.getBytes();
    }
}
