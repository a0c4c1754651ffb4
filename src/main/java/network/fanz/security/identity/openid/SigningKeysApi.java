package network.fanz.security.identity.openid;

import io.swagger.v3.oas.annotations.Operation;
import network.fanz.common.Access;
import network.fanz.common.Caller;
import network.fanz.common.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What an administrator does when a signing key may have been stolen. */
@RestController
class SigningKeysApi {
    private final SigningKeys keys;

    SigningKeysApi(SigningKeys keys) {
        this.keys = keys;
    }

    /** Other nodes follow within a minute. */
    @PostMapping("/api/v1/signing-keys/replacement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = Role.ADMINISTRATOR, freshProof = true)
    @Operation(
            operationId = "replaceSigningKeys",
            summary = "Withdraw all keys that sign identity tokens, and sign with a new one at once")
    void replace(Caller caller) {
        keys.replace(caller.requireAccount());
    }
}
