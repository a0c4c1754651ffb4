package network.fanz.finance.ledger;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.Page;
import network.fanz.common.Role;
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

/** Postings by hand: proposed by one person of finance, approved by another. */
@RestController
@RequestMapping("/api/v1/ledger")
@Access({Role.FINANCE, Role.ADMINISTRATOR})
class HandPostingApi {
    private static final String PAGE = "50";
    private static final int PAGE_MAX = 200;

    private final HandPostings handPostings;

    HandPostingApi(HandPostings handPostings) {
        this.handPostings = handPostings;
    }

    /** A posting to propose; it is effective now if no time is given. It may say which payment it is about, whose money went back without us. */
    record HandPostingRequest(
            @Nullable UUID id,
            @Nullable PostingKind kind,
            @Nullable List<Leg> legs,
            @Nullable UUID refersTo,
            @Nullable Duration expiresAfter,
            @Nullable Instant effectiveAt,
            @Nullable UUID about,
            @Nullable String reason) {
        NewHandPosting asked() {
            return new NewHandPosting(
                    InvalidField.required("id", id),
                    InvalidField.required("kind", kind),
                    wholeLegs(),
                    refersTo,
                    expiresAfter,
                    effectiveAt,
                    about,
                    InvalidField.required("reason", reason));
        }

        private List<Leg> wholeLegs() {
            List<Leg> given = Objects.requireNonNullElse(legs, List.of());
            if (given.stream().anyMatch(Objects::isNull)) {
                throw new InvalidField("legs", "A leg is missing.");
            }
            return given;
        }
    }

    @PostMapping("/transactions")
    @Access(
            value = {Role.FINANCE, Role.ADMINISTRATOR},
            freshProof = true)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "recordTransaction",
            summary = "Propose a posting by hand; it is recorded when another person of finance approves it")
    HandPosting propose(@RequestBody HandPostingRequest request, Caller caller) {
        return handPostings.propose(request.asked(), caller.requireAccount());
    }

    @GetMapping("/hand-postings")
    @Access({Role.FINANCE, Role.ADMINISTRATOR})
    @Operation(operationId = "listHandPostings", summary = "Postings by hand, newest first")
    Page<HandPosting> list(
            @RequestParam(required = false) @Nullable HandPostingState state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = PAGE) int limit) {
        return handPostings.list(state, after, Math.clamp(limit, 1, PAGE_MAX));
    }

    @GetMapping("/hand-postings/{id}")
    @Access({Role.FINANCE, Role.ADMINISTRATOR})
    @Operation(operationId = "getHandPosting", summary = "A posting by hand and where it stands")
    HandPosting handPosting(@PathVariable UUID id) {
        return handPostings.handPosting(id);
    }

    @PostMapping("/hand-postings/{id}/approval")
    @Access(value = Role.FINANCE, freshProof = true)
    @Operation(operationId = "approveHandPosting", summary = "Record what somebody else has proposed")
    HandPosting approve(@PathVariable UUID id, Caller caller) {
        return handPostings.approve(id, caller.requireAccount());
    }

    @PostMapping("/hand-postings/{id}/rejection")
    @Access({Role.FINANCE, Role.ADMINISTRATOR})
    @Operation(operationId = "rejectHandPosting", summary = "Turn a proposal down, or take yours back")
    HandPosting reject(@PathVariable UUID id, Caller caller) {
        return handPostings.reject(id, caller.requireAccount());
    }
}
