package network.fanz.security.identity.factors;

import static network.fanz.common.InvalidField.required;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import network.fanz.common.Access;
import network.fanz.platform.idempotency.SecretResponse;
import network.fanz.security.identity.FactorSetup;
import network.fanz.security.identity.FactorStatus;
import network.fanz.security.identity.TotpSetup;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The signed-in account's second factors. */
@RestController
@RequestMapping("/api/v1/factors")
class FactorsApi {
    private final FactorSetup factors;

    FactorsApi(FactorSetup factors) {
        this.factors = factors;
    }

    /**
     * @param recoveryCodes shown once and never again
     * @param token the session's new token
     */
    record TotpConfirmed(List<String> recoveryCodes, String token) {
        @Override
        public String toString() {
            return "Confirmed";
        }
    }

    record RecoveryCodes(List<String> recoveryCodes) {
        @Override
        public String toString() {
            return "RecoveryCodes";
        }
    }

    @GetMapping
    @Access(beforeSecondFactor = true, beforeTerms = true)
    @Operation(operationId = "listFactors", summary = "Which second factors the account has")
    FactorStatus status(HttpServletRequest request) {
        return factors.status(request);
    }

    @PostMapping("/totp")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(beforeSecondFactor = true, beforeTerms = true)
    @SecretResponse
    @Operation(operationId = "setUpTotp", summary = "Make a secret for an authenticator app")
    TotpSetup begin(HttpServletRequest request) {
        return factors.beginTotp(request);
    }

    @PostMapping("/totp/confirmation")
    @Access(beforeSecondFactor = true, beforeTerms = true)
    @SecretResponse
    @Operation(operationId = "confirmTotp", summary = "Put the authenticator app into force with its first code")
    TotpConfirmed confirm(@RequestBody FactorCodeRequest body, HttpServletRequest request) {
        List<String> codes = factors.confirmTotp(request, required("code", body.code()));
        return new TotpConfirmed(codes, request.getSession().getId());
    }

    @DeleteMapping("/totp")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(beforeTerms = true)
    @Operation(operationId = "removeTotp", summary = "Remove the authenticator app")
    void remove(HttpServletRequest request) {
        factors.removeTotp(request);
    }

    @PostMapping("/recovery-codes")
    @Access(beforeTerms = true)
    @SecretResponse
    @Operation(operationId = "makeRecoveryCodes", summary = "New recovery codes instead of all earlier ones")
    RecoveryCodes recoveryCodes(HttpServletRequest request) {
        return new RecoveryCodes(factors.newRecoveryCodes(request));
    }
}
