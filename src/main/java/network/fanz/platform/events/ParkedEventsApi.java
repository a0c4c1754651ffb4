package network.fanz.platform.events;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
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

/** Parked events and subscriptions, for administrators. */
@RestController
@RequestMapping("/api/v1/operations")
@Access(Role.ADMINISTRATOR)
class ParkedEventsApi {
    private final ParkedEvents parkedEvents;

    ParkedEventsApi(ParkedEvents parkedEvents) {
        this.parkedEvents = parkedEvents;
    }

    @GetMapping("/failed-events")
    @Access(Role.ADMINISTRATOR)
    @Operation(operationId = "listFailedEvents", summary = "Events that a subscription could not handle")
    Page<ParkedEvent> list(@RequestParam(required = false) @Nullable String after) {
        return parkedEvents.list(after);
    }

    @PostMapping("/failed-events/retry")
    @Access(Role.ADMINISTRATOR)
    @Operation(operationId = "retryFailedEvents", summary = "Try the failed events of a key again, in order")
    Retried retry(@RequestBody Retry asked, Caller caller) {
        String subscription = InvalidField.required("subscription", asked.subscription());
        return new Retried(
                parkedEvents.retry(subscription, InvalidField.required("key", asked.key()), caller.requireAccount()));
    }

    @PostMapping("/failed-events/skip")
    @Access(value = Role.ADMINISTRATOR, freshProof = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "skipFailedEvent", summary = "Take the first failed event of a key away, unhandled")
    void skip(@RequestBody Skip asked, Caller caller) {
        parkedEvents.skip(
                InvalidField.required("subscription", asked.subscription()),
                InvalidField.required("key", asked.key()),
                InvalidField.required("seq", asked.seq()),
                InvalidField.required("reason", asked.reason()),
                caller.requireAccount());
    }

    @PostMapping("/subscriptions/{subscription}/adopt")
    @Access(value = Role.ADMINISTRATOR, freshProof = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "adoptSubscription",
            summary = "Let this version go on with a subscription of which a newer version handled more")
    void adopt(@PathVariable String subscription, @RequestBody Adopt asked, Caller caller) {
        parkedEvents.adopt(subscription, InvalidField.required("reason", asked.reason()), caller.requireAccount());
    }

    @GetMapping("/subscriptions")
    @Access(Role.ADMINISTRATOR)
    @Operation(operationId = "listSubscriptions", summary = "How far each subscription is")
    List<SubscriptionState> subscriptions() {
        return parkedEvents.subscriptions();
    }

    @PostMapping("/subscriptions/{subscription}/replay")
    @Access(Role.ADMINISTRATOR)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "replaySubscription", summary = "Build a read model again from the log's beginning")
    void replay(@PathVariable String subscription, Caller caller) {
        parkedEvents.replay(subscription, caller.requireAccount());
    }

    /** @param key in the body, because a key may hold signs that a path cannot */
    record Retry(@Nullable String subscription, @Nullable String key) {}

    /**
     * @param seq the failed event's own number, so that nobody skips another one
     * @param reason why nothing is lost by it, for the audit log
     */
    record Skip(
            @Nullable String subscription,
            @Nullable String key,
            @Nullable Long seq,
            @Nullable String reason) {}

    /** @param reason for the audit log */
    record Adopt(@Nullable String reason) {}

    /** @param left how many events of the key are still parked */
    record Retried(long left) {}
}
