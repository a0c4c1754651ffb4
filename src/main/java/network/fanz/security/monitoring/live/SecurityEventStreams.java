package network.fanz.security.monitoring.live;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import network.fanz.security.monitoring.MonitoringSettings;
import network.fanz.security.monitoring.SecurityEvent;
import network.fanz.security.monitoring.SecurityEventFilter;
import network.fanz.security.monitoring.TooManyStreams;
import network.fanz.security.monitoring.securityevents.SecurityEventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The live streams of this node. One thread looks for new events while somebody watches, whichever node wrote them, and wakes the
 * streams; each then reads on from where its own watcher is, so a slow one holds nobody up. All end before the web server stops.
 */
@Component
public class SecurityEventStreams implements SmartLifecycle {
    private final SecurityEventStore events;
    private final MonitoringSettings settings;
    private final Clock clock;
    private final Set<SecurityEventStream> streams = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long newest;
    private volatile @Nullable Thread watcher;

    SecurityEventStreams(SecurityEventStore events, MonitoringSettings settings, Clock clock) {
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Starts a stream behind an event.
     *
     * @param lastSeen the last event that the watcher has; null to begin with what comes next
     * @param filter which events it is for
     * @param written how an event is written to this watcher
     * @throws TooManyStreams if the node holds as many as it may, or is stopping
     */
    public SseEmitter open(
            @Nullable Long lastSeen,
            SecurityEventFilter filter,
            Function<SecurityEvent, SseEmitter.SseEventBuilder> written) {
        SseEmitter emitter = new SseEmitter(0L);
        SecurityEventStream stream = new SecurityEventStream(
                emitter,
                lastSeen == null ? events.newest() : lastSeen,
                clock.instant().plus(settings.streamLife()),
                filter,
                written);
        lock.lock();
        try {
            if (streams.size() >= settings.streamsMax() || !isRunning()) {
                throw new TooManyStreams();
            }
            streams.add(stream);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        emitter.onCompletion(() -> end(stream));
        Thread.ofVirtual().name("security-live").start(() -> feed(stream));
        return emitter;
    }

    int size() {
        return streams.size();
    }

    private void feed(SecurityEventStream stream) {
        try {
            stream.open();
            while (!stream.ended() && clock.instant().isBefore(stream.until())) {
                if (!stream.send(events.since(stream.position(), 200))) {
                    await(stream);
                }
                if (stream.idleTime().compareTo(settings.streamHeartbeat()) >= 0) {
                    stream.heartbeat();
                }
            }
            stream.end();
        } catch (java.io.IOException | RuntimeException gone) {
            stream.fail(gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            stream.end();
        } finally {
            end(stream);
        }
    }

    /** Until there is more, or it is time for a heartbeat. */
    private void await(SecurityEventStream stream) throws InterruptedException {
        lock.lock();
        try {
            long nanos = settings.streamHeartbeat().minus(stream.idleTime()).toNanos();
            while (newest <= stream.position() && !stream.ended() && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    private void end(SecurityEventStream stream) {
        lock.lock();
        try {
            streams.remove(stream);
            stream.markEnded();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void watch() {
        try {
            while (isRunning()) {
                awaitStreams();
                poll();
                Thread.sleep(settings.streamPause());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitStreams() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (streams.isEmpty()) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private void poll() throws InterruptedException {
        try {
            long seen = events.newest();
            lock.lock();
            try {
                if (seen > newest) {
                    newest = seen;
                    changed.signalAll();
                }
            } finally {
                lock.unlock();
            }
        } catch (RuntimeException databaseAway) {
            Thread.sleep(Duration.ofSeconds(1));
        }
    }

    @Override
    public void start() {
        watcher = Thread.ofVirtual().name("security-live-watch").start(this::watch);
    }

    @Override
    public void stop() {
        Thread thread = watcher;
        watcher = null;
        if (thread != null) {
            thread.interrupt();
        }
        lock.lock();
        try {
            streams.forEach(SecurityEventStream::markEnded);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isRunning() {
        return watcher != null;
    }

    /** Before the web server begins its graceful stop, which would else wait for the streams. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE;
    }
}
