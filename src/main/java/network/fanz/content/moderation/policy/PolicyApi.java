package network.fanz.content.moderation.policy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import network.fanz.common.Access;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.Role;
import network.fanz.common.Sentence;
import network.fanz.content.moderation.Policies;
import network.fanz.content.moderation.PolicyFacts;
import network.fanz.content.moderation.PolicyOutcome;
import network.fanz.content.moderation.PolicySurface;
import network.fanz.content.moderation.PolicyVersion;
import network.fanz.content.moderation.ReportReason;
import network.fanz.content.moderation.SignalLine;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The policy, for moderators. */
@RestController
@RequestMapping("/api/v1/moderation")
@Access({Role.MODERATOR, Role.ADMINISTRATOR})
@Tag(name = "moderation")
class PolicyApi {
    private final Policies policies;

    PolicyApi(Policies policies) {
        this.policies = policies;
    }

    /** A policy as JSON. */
    record PolicyBody(@Nullable String document) {}

    /** What the policy is asked about; what is left out is not there. */
    record CheckBody(
            @Nullable PolicySurface surface,
            @Nullable Map<String, BigDecimal> signals,
            @Nullable Integer rejectedBefore,
            @Nullable Set<ReportReason> reports) {}

    @GetMapping("/policies")
    @Operation(operationId = "listPolicies", summary = "Versions of the policy, the latest first")
    List<PolicyVersion> list() {
        return policies.versions();
    }

    @GetMapping("/policies/{number}")
    @Operation(operationId = "getPolicy", summary = "One version of the policy")
    PolicyVersion version(@PathVariable int number) {
        return policies.version(number);
    }

    @PostMapping("/policies")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "draftPolicy", summary = "Make a version of the policy, which changes nothing yet")
    PolicyVersion draft(@RequestHeader("Idempotency-Key") String key, @RequestBody PolicyBody body, Caller caller) {
        if (body.document() == null) {
            throw new InvalidField("document", "This field is needed.");
        }
        return policies.draft(body.document(), caller.requireAccount());
    }

    @PostMapping("/policies/{number}/trial")
    @Operation(
            operationId = "tryPolicy",
            summary = "Ask a draft about what was decided and about what waits, beside the version in force")
    PolicyVersion tryOut(@PathVariable int number, @RequestHeader("Idempotency-Key") String key, Caller caller) {
        return policies.tryOut(number, caller.requireAccount());
    }

    @PostMapping("/policies/{number}/switch")
    @Access(
            value = {Role.MODERATOR, Role.ADMINISTRATOR},
            freshProof = true)
    @Operation(operationId = "switchPolicy", summary = "Put a draft into force that somebody else has made")
    PolicyVersion putIntoForce(@PathVariable int number, @RequestHeader("Idempotency-Key") String key, Caller caller) {
        return policies.putIntoForce(number, caller.requireAccount());
    }

    @PostMapping("/checks")
    @Operation(operationId = "askPolicy", summary = "What the policy in force says of facts; nothing is noted")
    PolicyOutcome check(@RequestHeader("Idempotency-Key") String key, @RequestBody CheckBody body) {
        Map<String, BigDecimal> signals = Objects.requireNonNullElse(body.signals(), Map.of());
        signals.forEach((name, score) -> {
            if (!SignalLine.NAMES.contains(name) || score.signum() < 0 || score.compareTo(BigDecimal.ONE) > 0) {
                throw new InvalidField("signals", Sentence.of("Nothing gives a signal {0} with that score.", name));
            }
        });
        int rejected = Objects.requireNonNullElse(body.rejectedBefore(), 0);
        if (rejected < 0) {
            throw new InvalidField("rejectedBefore", "Send 0 or more.");
        }
        return policies.ask(new PolicyFacts(
                Objects.requireNonNullElse(body.surface(), PolicySurface.PICTURE),
                signals,
                rejected,
                Objects.requireNonNullElse(body.reports(), Set.of())));
    }
}
