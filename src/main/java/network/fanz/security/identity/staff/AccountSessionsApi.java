package network.fanz.security.identity.staff;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.Role;
import network.fanz.security.identity.SessionRecord;
import network.fanz.security.identity.SignIn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The sessions of somebody's account, for administrators. */
@RestController
@RequestMapping("/api/v1/accounts/{account}/sessions")
@Tag(name = "accounts")
class AccountSessionsApi {
    private final SignIn signIn;

    AccountSessionsApi(SignIn signIn) {
        this.signIn = signIn;
    }

    @GetMapping
    @Access(Role.ADMINISTRATOR)
    @Operation(operationId = "listAccountSessions", summary = "Where an account is signed in")
    List<SessionRecord> list(@PathVariable AccountId account) {
        return signIn.sessions(account);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = Role.ADMINISTRATOR, freshProof = true)
    @Operation(operationId = "endAccountSessions", summary = "End all sessions of somebody else's account")
    void endAll(@PathVariable AccountId account, Caller caller) {
        signIn.endAll(caller.requireAccount(), account);
    }

    @DeleteMapping("/{session}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = Role.ADMINISTRATOR, freshProof = true)
    @Operation(
            operationId = "endAccountSession",
            summary = "End a session of somebody else's account, and all others of the same sign-in")
    void end(@PathVariable AccountId account, @PathVariable UUID session, Caller caller) {
        signIn.end(caller.requireAccount(), account, session);
    }
}
