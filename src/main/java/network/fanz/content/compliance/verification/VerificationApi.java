package network.fanz.content.compliance.verification;

import static network.fanz.common.InvalidField.required;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.NotFound;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.content.compliance.Verification;
import network.fanz.content.compliance.VerificationMove;
import network.fanz.content.compliance.VerificationStanding;
import network.fanz.content.compliance.VerificationState;
import network.fanz.content.compliance.Verifications;
import network.fanz.content.compliance.VerifiedPerson;
import network.fanz.content.compliance.WithdrawalReason;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Creators show who they are; the custodian of records looks after it. */
@RestController
@Tag(name = "compliance")
@RequestMapping("/api/v1/compliance")
class VerificationApi {
    private final Verifications verifications;

    VerificationApi(Verifications verifications) {
        this.verifications = verifications;
    }

    /**
     * How a creator stands.
     *
     * @param next whether they can begin a check, or why not
     * @param page the provider's page for the check that is under way; null if there is none to go to
     * @param reason why the last check was refused, has lapsed or was withdrawn; else null
     * @param documentExpires the last day of the document by which they are verified; null if they are not
     */
    record OwnStanding(
            VerificationState state,
            VerificationStanding.NextCheck next,
            int triesLeft,
            @Nullable String page,
            @Nullable String reason,
            @Nullable LocalDate documentExpires) {
        static OwnStanding of(VerificationStanding standing) {
            Verification verified = standing.verified();
            Verification.ShownDocument document = verified == null ? null : verified.document();
            Verification open = standing.open();
            Verification last = standing.last();
            return new OwnStanding(
                    standing.state(),
                    standing.next(),
                    standing.triesLeft(),
                    open == null ? null : open.page(),
                    last == null || verified != null ? null : last.reason(),
                    document == null ? null : document.expires());
        }
    }

    /** A check with its history. */
    record VerificationWithMoves(
            UUID id,
            AccountId creator,
            String provider,
            VerificationState state,
            Instant begunAt,
            List<VerificationMove> moves) {}

    /** A check in a list: neither its page at the provider nor the provider's name for it, by which its creator goes on. */
    record ListedVerification(
            UUID id,
            AccountId creator,
            String provider,
            VerificationState state,
            @Nullable String reason,
            Instant begunAt,
            Instant stateSince,
            @Nullable Instant checkedAt,
            Verification.@Nullable ShownDocument document) {
        static ListedVerification of(Verification check) {
            return new ListedVerification(
                    check.id(),
                    check.creator(),
                    check.provider(),
                    check.state(),
                    check.reason(),
                    check.begunAt(),
                    check.stateSince(),
                    check.checkedAt(),
                    check.document());
        }
    }

    record WithdrawalRequest(@Nullable WithdrawalReason reason) {}

    @GetMapping("/verification")
    @Access(Role.CREATOR)
    @Operation(operationId = "getVerification", summary = "How well the house knows you, and what you can do about it")
    OwnStanding own(Caller caller) {
        return OwnStanding.of(verifications.standing(caller.requireAccount()));
    }

    @PostMapping("/verification")
    @Access(Role.CREATOR)
    @Operation(
            operationId = "beginVerification",
            summary =
                    "Begin a check of your identity, or go on with the one that is under way: its page is the provider’s")
    OwnStanding begin(Caller caller) {
        verifications.begin(caller.requireAccount());
        return OwnStanding.of(verifications.standing(caller.requireAccount()));
    }

    @GetMapping("/verifications")
    @Access({Role.CUSTODIAN, Role.ADMINISTRATOR})
    @Operation(
            operationId = "listVerifications",
            summary = "Checks of identity in a state, without what is known of people")
    Page<ListedVerification> list(
            @RequestParam("state") VerificationState state,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", defaultValue = "50") int limit) {
        return verifications.in(state, after, limit).map(ListedVerification::of);
    }

    @GetMapping("/verifications/{id}")
    @Access({Role.CUSTODIAN, Role.ADMINISTRATOR})
    @Operation(operationId = "getVerificationHistory", summary = "A check of identity and its history")
    VerificationWithMoves one(@PathVariable("id") UUID id) {
        Verification check = verifications.find(id).orElseThrow(() -> new NotFound("verification"));
        return new VerificationWithMoves(
                check.id(), check.creator(), check.provider(), check.state(), check.begunAt(), verifications.moves(id));
    }

    @GetMapping("/verifications/{id}/person")
    @Access({Role.CUSTODIAN, Role.ADMINISTRATOR})
    @Operation(
            operationId = "getVerifiedPerson",
            summary = "Legal name and date of birth, by the document; the look stands in the audit log")
    VerifiedPerson person(@PathVariable("id") UUID id, Caller caller) {
        return verifications.person(caller.requireAccount(), id);
    }

    @PostMapping("/verifications/{id}/withdrawal")
    @Access(
            value = {Role.CUSTODIAN, Role.ADMINISTRATOR},
            freshProof = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "withdrawVerification",
            summary = "Take a check of identity away: its creator can upload nothing new")
    void withdraw(@PathVariable("id") UUID id, @RequestBody WithdrawalRequest body, Caller caller) {
        verifications.withdraw(caller.requireAccount(), id, required("reason", body.reason()));
    }

    @PostMapping("/creators/{creator}/another-check")
    @Access(
            value = {Role.CUSTODIAN, Role.ADMINISTRATOR},
            freshProof = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "allowAnotherVerification", summary = "Let a creator begin another check after a no")
    void allow(@PathVariable("creator") AccountId creator, Caller caller) {
        verifications.letTryAgain(caller.requireAccount(), creator);
    }
}
