package network.fanz.content.compliance.consents;

import static network.fanz.common.InvalidField.required;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.Caller;
import network.fanz.common.Page;
import network.fanz.content.compliance.ConsentDoor;
import network.fanz.content.compliance.ConsentRequest;
import network.fanz.content.compliance.ConsentScope;
import network.fanz.content.compliance.ConsentText;
import network.fanz.content.compliance.Consents;
import network.fanz.content.compliance.GivenConsent;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What somebody is asked to agree to and has agreed to, by their account. */
@RestController
@Tag(name = "compliance")
class ConsentsApi {
    private static final String PATH = "/api/v1/compliance/consents";

    private final Consents consents;

    ConsentsApi(Consents consents) {
        this.consents = consents;
    }

    record RevocationBody(@Nullable Set<ConsentScope> scopes) {}

    @GetMapping("/api/v1/compliance/consent-text")
    @Access(anyone = true)
    @Operation(operationId = "getConsentText", summary = "What performers read and sign, in your language")
    ConsentText text() {
        return consents.text();
    }

    @GetMapping(PATH)
    @Access
    @Operation(operationId = "listConsents", summary = "The consents that you have signed, the latest first")
    Page<GivenConsent> given(@RequestParam(required = false) @Nullable UUID after, Caller caller) {
        return consents.of(caller.requireAccount(), after);
    }

    @GetMapping("/api/v1/compliance/consent-requests")
    @Access
    @Operation(
            operationId = "listConsentRequests",
            summary = "What you are asked to agree to at your confirmed address, fifty at most")
    List<ConsentRequest> open(Caller caller) {
        return consents.open(caller.requireAccount());
    }

    @PostMapping("/api/v1/compliance/consent-requests/{consent}/signature")
    @Access
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "signConsent", summary = "Sign a consent that you are asked for, in your own legal name")
    void sign(
            @PathVariable UUID consent,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody WorkPeopleApi.SignatureBody body,
            Caller caller) {
        ConsentDoor door = new ConsentDoor.ByAccount(caller.requireAccount(), consent);
        consents.asked(door);
        consents.sign(door, required("scopes", body.scopes()), required("name", body.name()), body.shown());
    }

    @PostMapping(PATH + "/{consent}/revocation")
    @Access
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "revokeConsent",
            summary = "Take back a consent that you have signed; the work is taken down in the same moment")
    void revoke(
            @PathVariable UUID consent,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody RevocationBody body,
            Caller caller) {
        ConsentDoor door = new ConsentDoor.ByAccount(caller.requireAccount(), consent);
        consents.given(door);
        consents.revoke(door, required("scopes", body.scopes()));
    }
}
