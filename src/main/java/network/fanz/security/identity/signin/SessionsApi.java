package network.fanz.security.identity.signin;

import static network.fanz.common.InvalidField.required;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.Role;
import network.fanz.platform.idempotency.SecretResponse;
import network.fanz.security.identity.SessionRecord;
import network.fanz.security.identity.SignIn;
import network.fanz.security.identity.SignInState;
import network.fanz.security.identity.factors.FactorCodeRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out. Every factor changes the session's token; the answer has the new token, and the old token is no longer valid. */
@RestController
@RequestMapping("/api/v1/sessions")
class SessionsApi {
    private final SignIn signIn;

    SessionsApi(SignIn signIn) {
        this.signIn = signIn;
    }

    record PasswordRequest(@Nullable String email, @Nullable String password) {
        @Override
        public String toString() {
            return "PasswordRequest";
        }
    }

    /**
     * @param token what to send as {@code Authorization: Bearer} from now on
     * @param secondFactor needed, given or not_needed
     */
    record SessionAnswer(String token, AccountId account, String secondFactor) {
        static SessionAnswer of(HttpServletRequest request, SignInState signInState) {
            return new SessionAnswer(request.getSession().getId(), signInState.account(), word(signInState));
        }

        @Override
        public String toString() {
            return "SessionAnswer";
        }
    }

    /** @param roles the roles that may be used now: until a needed second factor is given, only those that need none */
    record CurrentSession(AccountId account, String secondFactor, Set<Role> roles) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Access(anyone = true)
    @SecretResponse
    @Operation(operationId = "signIn", summary = "Sign in with an email address and a password")
    SessionAnswer signIn(@RequestBody PasswordRequest body, HttpServletRequest request) {
        SignInState signInState =
                signIn.verifyPassword(request, required("email", body.email()), required("password", body.password()));
        return SessionAnswer.of(request, signInState);
    }

    @PostMapping("/current/totp")
    @Access(beforeSecondFactor = true, beforeTerms = true)
    @SecretResponse
    @Operation(operationId = "giveTotp", summary = "Give the second factor: a code from the authenticator app")
    SessionAnswer totp(@RequestBody FactorCodeRequest body, HttpServletRequest request) {
        return SessionAnswer.of(request, signIn.verifyTotp(request, required("code", body.code())));
    }

    @PostMapping("/current/recovery-code")
    @Access(beforeSecondFactor = true, beforeTerms = true)
    @SecretResponse
    @Operation(
            operationId = "giveRecoveryCode",
            summary = "Give the second factor: a recovery code, which is then used up")
    SessionAnswer recoveryCode(@RequestBody FactorCodeRequest body, HttpServletRequest request) {
        return SessionAnswer.of(request, signIn.verifyRecoveryCode(request, required("code", body.code())));
    }

    @GetMapping("/current")
    @Access(beforeSecondFactor = true, beforeTerms = true)
    @Operation(operationId = "currentSession", summary = "Who is signed in, and how far")
    CurrentSession current(HttpServletRequest request, Caller caller) {
        SignInState signInState = signIn.current(request);
        return new CurrentSession(signInState.account(), word(signInState), caller.roles());
    }

    @DeleteMapping("/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(beforeSecondFactor = true, beforeTerms = true)
    @Operation(operationId = "signOut", summary = "End this session, on all brands")
    void signOut(HttpServletRequest request) {
        signIn.signOut(request);
    }

    @GetMapping
    @Access(beforeTerms = true)
    @Operation(operationId = "listSessions", summary = "The account's own signed-in sessions")
    List<SessionRecord> list(HttpServletRequest request) {
        return signIn.sessions(request);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(beforeTerms = true)
    @Operation(
            operationId = "revokeOtherSessions",
            summary = "End all of the account's own sessions but this sign-in's")
    void revokeOthers(HttpServletRequest request) {
        signIn.revokeOthers(request);
    }

    @DeleteMapping("/{session}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(beforeTerms = true)
    @Operation(operationId = "revokeSession", summary = "End one of the account's own sessions")
    void revoke(@PathVariable UUID session, HttpServletRequest request) {
        signIn.revoke(request, session);
    }

    private static String word(SignInState signInState) {
        return signInState.secondFactor().name().toLowerCase(Locale.ROOT);
    }
}
