package network.fanz.security.monitoring.live;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import network.fanz.security.monitoring.EventFilter;
import network.fanz.security.monitoring.SecurityEvent;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One watcher's stream. Used by one thread, but for the mark that it has ended. */
public final class LiveStream {
    private final SseEmitter emitter;
    private final Instant until;
    private final EventFilter filter;
    private final Function<SecurityEvent, SseEmitter.SseEventBuilder> written;
    private long position;
    private long spokenAt;
    private volatile boolean ended;

    LiveStream(
            SseEmitter emitter,
            long position,
            Instant until,
            EventFilter filter,
            Function<SecurityEvent, SseEmitter.SseEventBuilder> written) {
        this.emitter = emitter;
        this.position = position;
        this.until = until;
        this.filter = filter;
        this.written = written;
    }

    /** Tells the browser how soon to come back, which also opens the stream at once. */
    void hello() throws IOException {
        say(mark().reconnectTime(2000).comment("live"));
    }

    void heartbeat() throws IOException {
        say(mark().comment("still here"));
    }

    /** How long nothing was said, which may be while many events passed by that are not for this watcher. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - spokenAt);
    }

    /** @return whether there was anything to send */
    boolean send(List<SecurityEvent> events) throws IOException {
        for (SecurityEvent event : events) {
            if (filter.matches(event)) {
                say(written.apply(event).id(Long.toString(event.seq())));
            }
            position = event.seq();
        }
        return !events.isEmpty();
    }

    /** An event without data: the browser keeps its id, and when it comes back goes on from there (WHATWG HTML, 9.2.6). */
    private SseEmitter.SseEventBuilder mark() {
        return SseEmitter.event().id(Long.toString(position));
    }

    private void say(SseEmitter.SseEventBuilder words) throws IOException {
        emitter.send(words);
        spokenAt = System.nanoTime();
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
