package network.fanz.security.monitoring.live;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import network.fanz.security.monitoring.SecurityEvent;
import network.fanz.security.monitoring.SecurityEventFilter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One watcher's stream. Used by one thread, but for the mark that it has ended. */
public final class SecurityEventStream {
    private final SseEmitter emitter;
    private final Instant until;
    private final SecurityEventFilter filter;
    private final Function<SecurityEvent, SseEmitter.SseEventBuilder> format;
    private long position;
    private long writtenAtNanos;
    private volatile boolean ended;

    SecurityEventStream(
            SseEmitter emitter,
            long position,
            Instant until,
            SecurityEventFilter filter,
            Function<SecurityEvent, SseEmitter.SseEventBuilder> written) {
        this.emitter = emitter;
        this.position = position;
        this.until = until;
        this.filter = filter;
        this.format = written;
    }

    /** Tells the browser how soon to come back, which also opens the stream at once. */
    void open() throws IOException {
        write(positionEvent().reconnectTime(2000).comment("live"));
    }

    void heartbeat() throws IOException {
        write(positionEvent().comment("still here"));
    }

    /** How long nothing was said, which may be while many events passed by that are not for this watcher. */
    Duration idleTime() {
        return Duration.ofNanos(System.nanoTime() - writtenAtNanos);
    }

    /** @return whether there was anything to send */
    boolean send(List<SecurityEvent> events) throws IOException {
        for (SecurityEvent event : events) {
            if (filter.matches(event)) {
                write(format.apply(event).id(Long.toString(event.seq())));
            }
            position = event.seq();
        }
        return !events.isEmpty();
    }

    /** An event without data: the browser keeps its id, and when it comes back goes on from there (WHATWG HTML, 9.2.6). */
    private SseEmitter.SseEventBuilder positionEvent() {
        return SseEmitter.event().id(Long.toString(position));
    }

    private void write(SseEmitter.SseEventBuilder words) throws IOException {
        emitter.send(words);
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
