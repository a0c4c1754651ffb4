package network.fanz.content.moderation.review;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.content.moderation.DecisionKind;
import network.fanz.content.moderation.NewDecision;
import network.fanz.content.moderation.ReviewDecision;
import network.fanz.content.moderation.ReviewItem;
import network.fanz.content.moderation.ReviewSeverity;
import network.fanz.content.moderation.ReviewSubject;
import network.fanz.content.moderation.Reviews;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What waits for a person, for moderators. */
@RestController
@RequestMapping("/api/v1/moderation")
@Access({Role.MODERATOR, Role.ADMINISTRATOR})
@Tag(name = "moderation")
class ReviewApi {
    private static final int LISTED_MAX = 100;

    private final Reviews reviews;

    ReviewApi(Reviews reviews) {
        this.reviews = reviews;
    }

    /** A decision about exactly what was looked at. */
    record DecisionBody(
            @Nullable DecisionKind kind,
            @Nullable String digest,
            @Nullable String clause,
            @Nullable String note) {}

    @GetMapping("/items")
    @Operation(
            operationId = "listReviewItems",
            summary = "What waits for a person, in the order in which it should be looked at")
    Page<ReviewItem> list(
            @RequestParam(required = false) @Nullable ReviewSeverity severity,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        return reviews.waiting(severity, after, Math.clamp(limit, 1, LISTED_MAX));
    }

    @GetMapping("/counts")
    @Operation(
            operationId = "countReviewItems",
            summary = "How much waits for a person, by severity; each is counted up to 1,000")
    Map<ReviewSeverity, Integer> counts() {
        return reviews.counts();
    }

    @PostMapping("/items/next/claim")
    @Operation(
            operationId = "takeNextReviewItem",
            summary = "Take in hand what should be looked at next; no content if nothing waits for you")
    ResponseEntity<ReviewItem> next(@RequestHeader("Idempotency-Key") String key, Caller caller) {
        Optional<ReviewItem> next = reviews.takeNext(caller.requireAccount());
        return next.map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @GetMapping("/items/{id}")
    @Operation(operationId = "getReviewItem", summary = "Something that was put before a person")
    ReviewItem item(@PathVariable UUID id) {
        return reviews.item(id);
    }

    @PostMapping("/items/{id}/claim")
    @Operation(operationId = "takeReviewItem", summary = "Take something in hand, or keep it for longer")
    ReviewItem take(@PathVariable UUID id, @RequestHeader("Idempotency-Key") String key, Caller caller) {
        return reviews.take(id, caller.requireAccount());
    }

    @DeleteMapping("/claims/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "putBackReviewItem", summary = "Put back what you have in hand")
    void putBack(@RequestHeader("Idempotency-Key") String key, Caller caller) {
        reviews.putBack(caller.requireAccount());
    }

    @GetMapping("/items/{id}/subject")
    @Operation(operationId = "getReviewSubject", summary = "What there is to be looked at, for whoever has it in hand")
    ReviewSubject subject(@PathVariable UUID id, Caller caller) {
        return reviews.subject(id, caller.requireAccount());
    }

    @GetMapping("/items/{id}/decisions")
    @Operation(
            operationId = "listReviewDecisions",
            summary = "What was decided about it, the latest first, twenty at the most")
    List<ReviewDecision> decisions(@PathVariable UUID id) {
        return reviews.decisions(id);
    }

    @PostMapping("/items/{id}/decisions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "moderateContent",
            summary =
                    "Decide about exactly the bytes and words that you have looked at; it can be undone until it takes effect")
    ReviewDecision decide(
            @PathVariable UUID id,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody DecisionBody body,
            Caller caller) {
        if (body.kind() == null) {
            throw new InvalidField("kind", "This field is needed.");
        }
        if (body.digest() == null) {
            throw new InvalidField("digest", "Send the digest of what you have looked at.");
        }
        NewDecision decision = NewDecision.of(body.kind(), body.digest(), body.clause(), body.note());
        return reviews.decide(id, decision, caller.requireAccount(), key);
    }

    @PostMapping("/decisions/{decision}/undo")
    @Operation(operationId = "undoDecision", summary = "Undo a decision of yours that has not taken effect")
    ReviewDecision undo(@PathVariable UUID decision, @RequestHeader("Idempotency-Key") String key, Caller caller) {
        return reviews.undo(decision, caller.requireAccount());
    }
}
