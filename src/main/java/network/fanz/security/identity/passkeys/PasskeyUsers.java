package network.fanz.security.identity.passkeys;

import java.util.function.Function;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;

/**
 * Accounts as WebAuthn knows them. Only the owner's own device shows and stores the names.
 *
 * @param names the name that the owner's device shows for an account
 */
record PasskeyUsers(Function<AccountId, String> names) implements PublicKeyCredentialUserEntityRepository {
    @Override
    public PublicKeyCredentialUserEntity findById(Bytes handle) {
        return entity(PasskeyStore.account(handle));
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String accountId) {
        return entity(AccountId.of(accountId));
    }

    /** Every account is a user already. */
    @Override
    public void save(PublicKeyCredentialUserEntity entity) {}

    @Override
    public void delete(Bytes handle) {}

    private PublicKeyCredentialUserEntity entity(AccountId account) {
        String name = names.apply(account);
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(PasskeyStore.handle(account))
                .name(name)
                .displayName(name)
                .build();
    }
}
