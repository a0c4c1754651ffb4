package network.fanz.security.identity.reset;

import static network.fanz.common.InvalidField.required;

import io.swagger.v3.oas.annotations.Operation;
import network.fanz.common.Access;
import network.fanz.common.Origin;
import network.fanz.security.identity.Identity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Choosing a new password by a mailed link. */
@RestController
@RequestMapping("/api/v1/password-resets")
class PasswordResetsApi {
    private final Identity identity;

    PasswordResetsApi(Identity identity) {
        this.identity = identity;
    }

    record ResetRequest(@Nullable String email) {
        @Override
        public String toString() {
            return "ResetRequest";
        }
    }

    record CompletionRequest(
            @Nullable String token, @Nullable String password) {
        @Override
        public String toString() {
            return "CompletionRequest";
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Access(anyone = true)
    @Operation(
            operationId = "requestPasswordReset",
            summary = "Ask for a link by mail; the answer is the same whether there is such an account or not")
    void request(@RequestBody ResetRequest body, Origin origin) {
        identity.requestPasswordReset(required("email", body.email()), origin);
    }

    @PostMapping("/completion")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(anyone = true)
    @Operation(
            operationId = "resetPassword",
            summary = "Choose a new password by the mailed token, which ends all sessions of the account")
    void complete(@RequestBody CompletionRequest body) {
        identity.resetPassword(required("token", body.token()), required("password", body.password()));
    }
}
