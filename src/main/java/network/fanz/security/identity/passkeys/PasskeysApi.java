package network.fanz.security.identity.passkeys;

import static network.fanz.common.InvalidField.required;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.NotFound;
import network.fanz.platform.idempotency.SecretResponse;
import network.fanz.security.identity.Passkeys;
import network.fanz.security.identity.RegisteredPasskey;
import network.fanz.security.identity.SignInState;
import network.fanz.security.identity.access.PublicHosts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Passkeys. Their ceremonies run only in a browser on the sign-in host, whose session holds the challenge. Other hosts have no such path.
 */
@RestController
class PasskeysApi {
    private final Passkeys passkeys;
    private final PublicHosts hosts;

    PasskeysApi(Passkeys passkeys, PublicHosts hosts) {
        this.passkeys = passkeys;
        this.hosts = hosts;
    }

    /** The browser's {@code PublicKeyCredential.toJSON()}, and the owner's name for the key. */
    record NewPasskey(
            @Nullable JsonNode credential, @Nullable String label) {}

    record RegistrationBody(@Nullable NewPasskey publicKey) {}

    record SignedInAnswer(AccountId account, String secondFactor) {}

    @GetMapping("/api/v1/passkeys")
    @Access(beforeTerms = true)
    @Operation(operationId = "listPasskeys", summary = "The account's own passkeys")
    List<RegisteredPasskey> list(HttpServletRequest request) {
        return passkeys.list(request);
    }

    @DeleteMapping("/api/v1/passkeys/{passkey}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(beforeTerms = true)
    @Operation(operationId = "removePasskey", summary = "Remove one of the account's own passkeys")
    void remove(@PathVariable UUID passkey, HttpServletRequest request) {
        passkeys.remove(request, passkey);
    }

    @PostMapping(path = "/webauthn/register/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @Access(beforeSecondFactor = true, beforeTerms = true)
    @SecretResponse
    @Operation(operationId = "beginPasskey", summary = "Options for making a passkey")
    String beginRegistration(HttpServletRequest request) {
        onSignInHost(request);
        return passkeys.beginRegistration(request);
    }

    @PostMapping("/webauthn/register")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(beforeSecondFactor = true, beforeTerms = true)
    @SecretResponse
    @Operation(operationId = "registerPasskey", summary = "Register the passkey that was made")
    void register(@RequestBody RegistrationBody body, HttpServletRequest request) {
        onSignInHost(request);
        NewPasskey key = required("publicKey", body.publicKey());
        passkeys.register(
                request,
                required("publicKey.credential", key.credential()),
                Objects.requireNonNullElse(key.label(), "Passkey"));
    }

    @PostMapping(path = "/webauthn/authenticate/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @Access(anyone = true)
    @SecretResponse
    @Operation(operationId = "beginPasskeySignIn", summary = "Options for signing in with a passkey")
    String beginSignIn(HttpServletRequest request) {
        onSignInHost(request);
        return passkeys.beginSignIn(request);
    }

    @PostMapping("/login/webauthn")
    @Access(anyone = true)
    @SecretResponse
    @Operation(operationId = "signInWithPasskey", summary = "Sign in with what the passkey answered")
    SignedInAnswer signIn(@RequestBody JsonNode credential, HttpServletRequest request) {
        onSignInHost(request);
        SignInState signInState = passkeys.signIn(request, credential);
        return new SignedInAnswer(
                signInState.account(), signInState.secondFactor().name().toLowerCase(Locale.ROOT));
    }

    private void onSignInHost(HttpServletRequest request) {
        if (!hosts.label(request).equals(PublicHosts.SIGN_IN)) {
            throw new NotFound("page");
        }
    }
}
