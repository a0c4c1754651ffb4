package network.fanz.security.monitoring.live;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import network.fanz.common.Steady;
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
 * The live streams of this node. While a stream is open, one thread looks for new events of any node and wakes the streams. Each stream
 * then reads on from its own position, so a slow watcher delays no other. All streams end before the web server stops.
 */
@Component
public class SecurityEventStreams implements SmartLifecycle {
    /** How long a stream goes on at most when its session has ended. */
    private static final Duration ASK_AGAIN = Duration.ofSeconds(2);

    private final SecurityEventStore events;
    private final MonitoringSettings settings;
    private final Clock clock;
    private final Set<SecurityEventStream> streams = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long newest;
    private volatile @Nullable Thread watcher;

    SecurityEventStreams(SecurityEventStore events, MonitoringSettings settings, @Steady Clock clock) {
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Starts a stream after an event.
     *
     * @param lastSeen the number of the last event that the watcher has; null to begin with the next event
     * @param filter which events to show
     * @param mayWatch whether the watcher may still watch; asked before events are sent, and every few seconds
     * @param written how an event is written to this watcher
     * @throws TooManyStreams if the node already holds the maximum of streams, or is stopping
     */
    public SseEmitter open(
            @Nullable Long lastSeen,
            SecurityEventFilter filter,
            BooleanSupplier mayWatch,
            Function<SecurityEvent, SseEmitter.SseEventBuilder> written) {
        SseEmitter emitter = new SseEmitter(0L);
        SecurityEventStream stream = new SecurityEventStream(
                emitter,
                lastSeen == null ? events.newest() : lastSeen,
                clock.instant().plus(settings.streamLife()),
                filter,
                mayWatch,
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
            while (!stream.ended() && clock.instant().isBefore(stream.until()) && stream.isAllowed()) {
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

    /** Waits until there are new events, a heartbeat is due, or it is time to ask again whether the watcher may watch. */
    private void await(SecurityEventStream stream) throws InterruptedException {
        lock.lock();
        try {
            long nanos = Math.min(
                    ASK_AGAIN.toNanos(),
                    settings.streamHeartbeat().minus(stream.idleTime()).toNanos());
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
            long stored = events.newest();
            lock.lock();
            try {
                if (stored > newest) {
                    newest = stored;
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

    /** Before the web server begins its graceful stop, which would otherwise wait for the streams. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE;
    }
}
