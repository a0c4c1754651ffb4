package network.fanz.content.compliance.agreement;

import static network.fanz.common.InvalidField.required;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import network.fanz.common.Access;
import network.fanz.common.Caller;
import network.fanz.common.Role;
import network.fanz.content.compliance.AgreementStanding;
import network.fanz.content.compliance.AgreementText;
import network.fanz.content.compliance.ProviderAgreement;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The agreement with creators: read, signed, and looked at by counsel. */
@RestController
@Tag(name = "compliance")
@RequestMapping("/api/v1/compliance/agreement")
class AgreementApi {
    private final ProviderAgreement agreement;

    AgreementApi(ProviderAgreement agreement) {
        this.agreement = agreement;
    }

    /** The version in force, and how the creator stands to it. */
    record AgreementAndStanding(AgreementText agreement, AgreementStanding standing) {}

    /**
     * A signature.
     *
     * @param number of the version that was read
     * @param name the signer's legal name
     * @param agreed true
     */
    record SignatureRequest(
            @Nullable Integer number,
            @Nullable String name,
            @Nullable Boolean agreed) {}

    /** @param reviewedBy the firm or file of the counsel, never a person's name */
    record ReviewRequest(@Nullable String reviewedBy) {}

    @GetMapping
    @Access({Role.CREATOR, Role.CUSTODIAN, Role.ADMINISTRATOR})
    @Operation(
            operationId = "getAgreement",
            summary = "The agreement with creators in force, and whether you have signed it")
    AgreementAndStanding read(Caller caller) {
        return new AgreementAndStanding(agreement.current(), agreement.standing(caller.requireAccount()));
    }

    @PostMapping("/signature")
    @Access(Role.CREATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "signAgreement", summary = "Sign the agreement in force with your legal name")
    void sign(@RequestBody SignatureRequest body, Caller caller) {
        agreement.sign(
                caller.requireAccount(),
                required("number", body.number()),
                required("name", body.name()),
                required("agreed", body.agreed()));
    }

    @PostMapping("/{number}/review")
    @Access(value = Role.ADMINISTRATOR, freshProof = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "reviewAgreement", summary = "Keep that counsel has looked at a version of the agreement")
    void review(@PathVariable("number") int number, @RequestBody ReviewRequest body, Caller caller) {
        agreement.review(caller.requireAccount(), number, required("reviewedBy", body.reviewedBy()));
    }
}
