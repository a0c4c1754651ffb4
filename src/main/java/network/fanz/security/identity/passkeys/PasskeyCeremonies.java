package network.fanz.security.identity.passkeys;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import network.fanz.common.AccountId;
import network.fanz.platform.vault.Vault;
import network.fanz.security.identity.RegisteredPasskey;
import network.fanz.security.identity.access.PublicHosts;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The two ceremonies of WebAuthn Level 3. The relying party is the parent domain, and the only accepted origin is the sign-in host's. The
 * device must verify its user. A challenge belongs to one session and can be used once.
 */
public final class PasskeyCeremonies {
    private static final String CREATION = "identity.passkey.creation";
    private static final String REQUEST = "identity.passkey.request";

    private final PasskeyStore store;
    private final PasskeyUsers users;
    private final PublicHosts hosts;
    private final PasskeyChallengeStore challenges;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private volatile @Nullable Webauthn4JRelyingPartyOperations operations;

    /** @param names the name that the owner's own device shows for an account */
    public PasskeyCeremonies(
            JdbcClient jdbc, Vault vault, Clock clock, PublicHosts hosts, Function<AccountId, String> names) {
        this.store = new PasskeyStore(jdbc, vault, clock);
        this.users = new PasskeyUsers(names);
        this.hosts = hosts;
        this.challenges = new PasskeyChallengeStore(jdbc, clock);
    }

    /** Deletes challenges that were not answered in time. */
    public void sweep() {
        challenges.deleteExpired();
    }

    /** Options for making a key, in the JSON form that browsers read; the session stores the challenge. */
    public String creationOptions(HttpSession session, Authentication account) {
        PublicKeyCredentialCreationOptions options = operations()
                .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(account));
        session.setAttribute(CREATION, options);
        challenges.add(options.getChallenge());
        return json.writeValueAsString(options);
    }

    /** @throws PasskeyRefused if the response is not valid */
    public void register(HttpSession session, JsonNode credential, String label) {
        PublicKeyCredentialCreationOptions options =
                (PublicKeyCredentialCreationOptions) takeOptions(session, CREATION);
        challenges.take(options.getChallenge());
        refuseOnFailure(() -> {
            PublicKeyCredential<AuthenticatorAttestationResponse> answer =
                    json.convertValue(credential, new TypeReference<>() {});
            return operations()
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            options, new RelyingPartyPublicKey(answer, label)));
        });
    }

    /** Options for using a key, in the JSON form that browsers read; the session stores the challenge. */
    public String requestOptions(HttpSession session, Authentication account) {
        PublicKeyCredentialRequestOptions options = operations()
                .createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(account));
        session.setAttribute(REQUEST, options);
        challenges.add(options.getChallenge());
        return json.writeValueAsString(options);
    }

    /**
     * The account whose key answered the session's challenge.
     *
     * @throws PasskeyRefused if the response is not valid
     */
    public AccountId authenticate(HttpSession session, JsonNode credential) {
        PublicKeyCredentialRequestOptions options = (PublicKeyCredentialRequestOptions) takeOptions(session, REQUEST);
        challenges.take(options.getChallenge());
        return refuseOnFailure(() -> {
            PublicKeyCredential<AuthenticatorAssertionResponse> answer =
                    json.convertValue(credential, new TypeReference<>() {});
            var owner = operations().authenticate(new RelyingPartyAuthenticationRequest(options, answer));
            requireOwnHandle(options, answer.getResponse().getUserHandle(), owner.getId());
            return PasskeyStore.account(owner.getId());
        });
    }

    /**
     * The response must name the account if no account was named in the request (Web Authentication Level 3, 7.2, step 6). The library
     * finds the account by the key alone and leaves this check to its caller.
     */
    private static void requireOwnHandle(
            PublicKeyCredentialRequestOptions options, @Nullable Bytes handle, Bytes owner) {
        boolean named = options.getAllowCredentials() != null
                && !options.getAllowCredentials().isEmpty();
        if (handle == null ? !named : !handle.equals(owner)) {
            throw new PasskeyRefused();
        }
    }

    public List<RegisteredPasskey> list(AccountId account) {
        return store.list(account);
    }

    public int count(AccountId account) {
        return store.count(account);
    }

    /** False if the account has no such key. */
    public void removeAll(AccountId account) {
        store.removeAll(account);
    }

    public boolean remove(AccountId account, UUID id) {
        return store.remove(account, id);
    }

    /** The options that the session stored. The challenge is taken from its table before any check, so each response counts once. */
    private static Object takeOptions(HttpSession session, String name) {
        Object options = session.getAttribute(name);
        if (options == null) {
            throw new PasskeyRefused();
        }
        session.removeAttribute(name);
        return options;
    }

    /** Whatever is wrong with a response, the sender gets the same problem. */
    private static <T> T refuseOnFailure(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException notTheAnswersFault) {
            throw notTheAnswersFault;
        } catch (RuntimeException refused) {
            throw new PasskeyRefused();
        }
    }

    /** Made at the first use: the port in the origin is known only after the start. */
    private Webauthn4JRelyingPartyOperations operations() {
        Webauthn4JRelyingPartyOperations relyingParty = operations;
        if (relyingParty == null) {
            relyingParty = new Webauthn4JRelyingPartyOperations(
                    users,
                    store,
                    PublicKeyCredentialRpEntity.builder()
                            .id(hosts.parentDomain())
                            .name("FANZ")
                            .build(),
                    Set.of(hosts.baseUrl(PublicHosts.SIGN_IN)));
            relyingParty.setCustomizeCreationOptions(
                    options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                            .residentKey(ResidentKeyRequirement.REQUIRED)
                            .userVerification(UserVerificationRequirement.REQUIRED)
                            .build()));
            relyingParty.setCustomizeRequestOptions(
                    options -> options.userVerification(UserVerificationRequirement.REQUIRED));
            operations = relyingParty;
        }
        return relyingParty;
    }
}
