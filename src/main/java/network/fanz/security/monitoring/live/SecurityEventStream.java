package network.fanz.security.monitoring.live;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import network.fanz.security.monitoring.SecurityEvent;
import network.fanz.security.monitoring.SecurityEventFilter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One watcher's stream. Only one thread uses it, but any thread may mark it as ended. */
public final class SecurityEventStream {
    private final SseEmitter emitter;
    private final Instant until;
    private final SecurityEventFilter filter;
    private final BooleanSupplier mayWatch;
    private final Function<SecurityEvent, SseEmitter.SseEventBuilder> format;
    private long position;
    private long writtenAtNanos;
    private volatile boolean ended;

    SecurityEventStream(
            SseEmitter emitter,
            long position,
            Instant until,
            SecurityEventFilter filter,
            BooleanSupplier mayWatch,
            Function<SecurityEvent, SseEmitter.SseEventBuilder> written) {
        this.emitter = emitter;
        this.position = position;
        this.until = until;
        this.filter = filter;
        this.mayWatch = mayWatch;
        this.format = written;
    }

    /** Tells the browser how soon to reconnect, which also opens the stream at once. */
    void open() throws IOException {
        write(positionEvent().reconnectTime(2000).comment("live"));
    }

    void heartbeat() throws IOException {
        write(positionEvent().comment("still here"));
    }

    /** Whether the watcher's session may still see events: it may have ended, or lost its role, since the stream was opened. */
    boolean isAllowed() {
        return mayWatch.getAsBoolean();
    }

    /** How long nothing was written. The log may have grown meanwhile by events that the filter leaves out. */
    Duration idleTime() {
        return Duration.ofNanos(System.nanoTime() - writtenAtNanos);
    }

    /** @return whether there was an event to send */
    boolean send(List<SecurityEvent> events) throws IOException {
        for (SecurityEvent event : events) {
            if (filter.matches(event)) {
                write(format.apply(event).id(Long.toString(event.seq())));
            }
            position = event.seq();
        }
        return !events.isEmpty();
    }

    /** An event without data: the browser stores its id, and continues from there when it reconnects (WHATWG HTML, 9.2.6). */
    private SseEmitter.SseEventBuilder positionEvent() {
        return SseEmitter.event().id(Long.toString(position));
    }

    private void write(SseEmitter.SseEventBuilder event) throws IOException {
        emitter.send(event);
        writtenAtNanos = System.nanoTime();
    }

    void end() {
        ended = true;
        emitter.complete();
    }

    void fail(Exception cause) {
        ended = true;
        emitter.completeWithError(cause);
    }

    long position() {
        return position;
    }

    Instant until() {
        return until;
    }

    boolean ended() {
        return ended;
    }

    void markEnded() {
        ended = true;
    }
}
