package network.fanz.security.identity.staff;

import static network.fanz.common.InvalidField.required;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.NotFound;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.platform.idempotency.SecretResponse;
import network.fanz.security.identity.Account;
import network.fanz.security.identity.Identity;
import network.fanz.security.identity.Invitation;
import network.fanz.security.identity.StaffInvitations;
import network.fanz.security.identity.SuspensionReason;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts, as their owners and the staff see them. */
@RestController
@RequestMapping("/api/v1")
class AccountsApi {
    private final Identity identity;
    private final StaffInvitations invitations;

    AccountsApi(Identity identity, StaffInvitations invitations) {
        this.identity = identity;
        this.invitations = invitations;
    }

    record InvitationRequest(@Nullable Role role, @Nullable String email) {
        @Override
        public String toString() {
            return "InvitationRequest";
        }
    }

    record SuspensionRequest(@Nullable SuspensionReason reason) {}

    record SearchRequest(@Nullable String idOrEmail) {
        @Override
        public String toString() {
            return "SearchRequest";
        }
    }

    @GetMapping("/accounts")
    @Access({Role.ADMINISTRATOR, Role.MODERATOR, Role.CUSTODIAN})
    @Operation(operationId = "listAccounts", summary = "Accounts, newest first")
    Page<Account> list(
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        return identity.accounts(role, after, limit);
    }

    /** A POST, because an address must not appear in a log of paths. */
    @PostMapping("/accounts/search")
    @Access({Role.ADMINISTRATOR, Role.MODERATOR, Role.CUSTODIAN})
    @SecretResponse
    @Operation(operationId = "searchAccounts", summary = "Accounts of an id or an email address")
    List<Account> search(@RequestBody SearchRequest body, Caller caller) {
        return identity.search(caller.requireAccount(), required("idOrEmail", body.idOrEmail()));
    }

    @GetMapping("/accounts/{account}")
    @Access(
            value = {Role.ADMINISTRATOR, Role.MODERATOR, Role.CUSTODIAN},
            owner = "account")
    @Operation(operationId = "getAccount", summary = "One account")
    Account account(@PathVariable AccountId account) {
        return identity.account(account).orElseThrow(() -> new NotFound("account"));
    }

    @PutMapping("/accounts/{account}/roles/{role}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = Role.ADMINISTRATOR, freshProof = true)
    @Operation(operationId = "grantRole", summary = "Grant a role")
    void grant(@PathVariable AccountId account, @PathVariable Role role, Caller caller) {
        identity.grantRole(caller.requireAccount(), account, role);
    }

    @DeleteMapping("/accounts/{account}/roles/{role}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = Role.ADMINISTRATOR, freshProof = true)
    @Operation(operationId = "withdrawRole", summary = "Withdraw a role")
    void withdraw(@PathVariable AccountId account, @PathVariable Role role, Caller caller) {
        identity.withdrawRole(caller.requireAccount(), account, role);
    }

    @PostMapping("/accounts/{account}/suspension")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = Role.ADMINISTRATOR, freshProof = true)
    @Operation(operationId = "suspendAccount", summary = "Keep an account from signing in, and end its sessions")
    void suspend(@PathVariable AccountId account, @RequestBody SuspensionRequest body, Caller caller) {
        identity.suspend(caller.requireAccount(), account, required("reason", body.reason()));
    }

    @DeleteMapping("/accounts/{account}/suspension")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = Role.ADMINISTRATOR, freshProof = true)
    @Operation(operationId = "reinstateAccount", summary = "Let a suspended account sign in again")
    void reinstate(@PathVariable AccountId account, Caller caller) {
        identity.reinstate(caller.requireAccount(), account);
    }

    @PostMapping("/accounts/{account}/closure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = Role.ADMINISTRATOR, owner = "account", freshProof = true, beforeTerms = true)
    @Operation(operationId = "closeAccount", summary = "Close an account for good")
    void close(@PathVariable AccountId account, Caller caller) {
        identity.close(caller.requireAccount(), account);
    }

    @PostMapping("/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = Role.ADMINISTRATOR, freshProof = true)
    @SecretResponse
    @Operation(operationId = "inviteStaff", summary = "Invite somebody to the staff by mail")
    Invitation invite(
            @RequestHeader("Idempotency-Key") String key, @RequestBody InvitationRequest body, Caller caller) {
        return invitations.invite(
                caller.requireAccount(), required("role", body.role()), required("email", body.email()), key);
    }
}
