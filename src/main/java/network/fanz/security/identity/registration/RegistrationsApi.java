package network.fanz.security.identity.registration;

import static network.fanz.common.InvalidField.required;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.Objects;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.Origin;
import network.fanz.common.Role;
import network.fanz.security.identity.Eligibility;
import network.fanz.security.identity.Identity;
import network.fanz.security.identity.NewAccount;
import network.fanz.security.identity.StaffInvitations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Opening accounts. Registration itself is a journey, because it opens a wallet too. */
@RestController
@RequestMapping("/api/v1")
class RegistrationsApi {
    private final Identity identity;
    private final StaffInvitations invitations;

    RegistrationsApi(Identity identity, StaffInvitations invitations) {
        this.identity = identity;
        this.invitations = invitations;
    }

    /**
     * What an invited person sends.
     *
     * @param email the invitation's address, and no other; it may be left out if the invitation names one
     * @param terms the version of the terms of use that is accepted; needed where one is in force
     * @param newAccount true if accounts that have the address, and have not confirmed it, are not the invited person's
     */
    record AcceptanceRequest(
            @Nullable String token,
            @Nullable String email,
            @Nullable String password,
            @Nullable String name,
            @Nullable LocalDate dateOfBirth,
            @Nullable String country,
            @Nullable Integer terms,
            @Nullable Boolean newAccount) {
        @Override
        public String toString() {
            return "AcceptanceRequest";
        }
    }

    /** It has no name: the sanctions screen's result must not be told to callers who only ask. */
    record EligibilityRequest(
            @Nullable LocalDate dateOfBirth, @Nullable String country) {
        @Override
        public String toString() {
            return "EligibilityRequest";
        }
    }

    record VerificationRequest(@Nullable String token) {
        @Override
        public String toString() {
            return "VerificationRequest";
        }
    }

    record RoleAcceptanceRequest(@Nullable String token) {
        @Override
        public String toString() {
            return "RoleAcceptanceRequest";
        }
    }

    /** @param role what the account may be from its next request on */
    record RoleAccepted(Role role) {}

    /** @param account the new account's id */
    record InvitationAccepted(AccountId account) {}

    @PostMapping("/invitations/acceptance")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(anyone = true)
    @Operation(operationId = "acceptInvitation", summary = "Make the account of somebody invited to the staff")
    InvitationAccepted accept(@RequestBody AcceptanceRequest body, Origin origin) {
        NewAccount person = new NewAccount(
                Objects.requireNonNullElse(body.email(), ""),
                required("password", body.password()),
                required("name", body.name()),
                required("dateOfBirth", body.dateOfBirth()),
                required("country", body.country()),
                Role.FAN,
                body.terms());
        return new InvitationAccepted(invitations.register(
                required("token", body.token()), person, Boolean.TRUE.equals(body.newAccount()), origin));
    }

    @PostMapping("/invitations/role-acceptance")
    @Access(freshProof = true)
    @Operation(
            operationId = "acceptInvitedRole",
            summary = "Accept the role of an invitation with the signed-in account, which has its address")
    RoleAccepted acceptRole(@RequestBody RoleAcceptanceRequest body, Caller caller) {
        return new RoleAccepted(invitations.accept(caller.requireAccount(), required("token", body.token())));
    }

    @PostMapping("/eligibility")
    @Access(anyone = true)
    @Operation(
            operationId = "validateUserEligibility",
            summary = "Ask whether somebody of this age and country may register")
    Eligibility eligibility(@RequestBody EligibilityRequest body) {
        return identity.validateUserEligibility(
                required("dateOfBirth", body.dateOfBirth()), required("country", body.country()));
    }

    @PostMapping("/email-verifications")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(beforeSecondFactor = true)
    @Operation(operationId = "verifyEmail", summary = "Confirm the signed-in account's email address by a mailed token")
    void verifyEmail(@RequestBody VerificationRequest body, Caller caller) {
        identity.verifyEmail(caller.requireAccount(), required("token", body.token()));
    }

    @PostMapping("/email-verifications/letters")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Access(beforeSecondFactor = true)
    @Operation(
            operationId = "resendVerification",
            summary = "Send the letter again by which the signed-in account confirms its address")
    void resend(Caller caller) {
        identity.resendVerification(caller.requireAccount());
    }
}
