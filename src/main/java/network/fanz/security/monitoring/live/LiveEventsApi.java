package network.fanz.security.monitoring.live;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Set;
import network.fanz.common.Access;
import network.fanz.common.Role;
import network.fanz.security.identity.SignIn;
import network.fanz.security.monitoring.Monitoring;
import network.fanz.security.monitoring.SecurityEventFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A live stream of security events for programs, by server-sent events (WHATWG HTML, 9.2). */
@RestController
public class LiveEventsApi {
    private static final Set<Role> WATCHERS = EnumSet.of(Role.ADMINISTRATOR, Role.ANALYST);

    private final Monitoring monitoring;
    private final SignIn signIn;

    LiveEventsApi(Monitoring monitoring, SignIn signIn) {
        this.monitoring = monitoring;
        this.signIn = signIn;
    }

    /**
     * Begins after the event that the watcher names, so that a broken connection misses no event.
     *
     * @param lastEventId sent by a client that connects again
     * @param after the same for a first connection; if it is absent too, the stream begins with the next event
     */
    @GetMapping(path = "/api/v1/security/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Access({Role.ADMINISTRATOR, Role.ANALYST})
    @Operation(operationId = "watchSecurityEvents", summary = "Security events as they come")
    SseEmitter live(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request) {
        return monitoring.watch(
                lastEventId != null ? lastEventId : after,
                SecurityEventFilter.ALL,
                signIn.watch(request, WATCHERS),
                event -> SseEmitter.event().name("security_event").data(event, MediaType.APPLICATION_JSON));
    }
}
