package network.fanz.security.ratelimit.intake;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/** Looks for slow headers every second, from before the web server opens until after it has closed. */
final class ConnectionSweep implements SmartLifecycle {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final ConnectionTable connections;
    private volatile boolean running;

    ConnectionSweep(ConnectionTable connections) {
        this.connections = connections;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("connection-sweep").start(this::sweep);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    private void sweep() {
        while (running) {
            try {
                Thread.sleep(EVERY);
                connections.closeSlow();
            } catch (InterruptedException asked) {
                return;
            } catch (RuntimeException unexpected) {
                // The next round tries again; a connection that was not closed now is closed then.
                org.slf4j.LoggerFactory.getLogger(ConnectionSweep.class)
                        .warn(
                                "Slow connections could not be closed: {}",
                                unexpected.getClass().getSimpleName());
            }
        }
    }
}
