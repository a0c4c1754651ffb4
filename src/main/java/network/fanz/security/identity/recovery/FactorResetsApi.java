package network.fanz.security.identity.recovery;

import static network.fanz.common.InvalidField.required;

import io.swagger.v3.oas.annotations.Operation;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.NotFound;
import network.fanz.common.Role;
import network.fanz.security.identity.FactorReset;
import network.fanz.security.identity.Identity;
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

/** Lost second factors. */
@RestController
@RequestMapping("/api/v1")
class FactorResetsApi {
    private static final String PATH = "/accounts/{account}/factor-reset";

    private final Identity identity;

    FactorResetsApi(Identity identity) {
        this.identity = identity;
    }

    record ObjectionRequest(@Nullable String token) {
        @Override
        public String toString() {
            return "ObjectionRequest";
        }
    }

    @GetMapping(PATH)
    @Access(Role.ADMINISTRATOR)
    @Operation(operationId = "getFactorReset", summary = "The open request to take away an account's second factor")
    FactorReset open(@PathVariable AccountId account) {
        return identity.factorReset(account).orElseThrow(() -> new NotFound("factor reset"));
    }

    @PostMapping(PATH)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Access(value = Role.ADMINISTRATOR, freshProof = true)
    @Operation(
            operationId = "askFactorReset",
            summary = "Ask another administrator to let an account's lost second factor be taken away")
    void ask(@PathVariable AccountId account, Caller caller) {
        identity.askFactorReset(caller.requireAccount(), account);
    }

    @PostMapping(PATH + "/approval")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Access(value = Role.ADMINISTRATOR, freshProof = true)
    @Operation(operationId = "approveFactorReset", summary = "Approve it: it takes effect after the wait")
    void approve(@PathVariable AccountId account, Caller caller) {
        identity.approveFactorReset(caller.requireAccount(), account);
    }

    @DeleteMapping(PATH)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = Role.ADMINISTRATOR, freshProof = true)
    @Operation(operationId = "withdrawFactorReset", summary = "End the request: the second factor stays")
    void withdraw(@PathVariable AccountId account, Caller caller) {
        identity.withdrawFactorReset(caller.requireAccount(), account);
    }

    @PostMapping("/factor-resets/objection")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(anyone = true)
    @Operation(
            operationId = "objectToFactorReset",
            summary = "Object to a reset of one's own second factor, by the mailed token")
    void object(@RequestBody ObjectionRequest body) {
        identity.objectToFactorReset(required("token", body.token()));
    }
}
