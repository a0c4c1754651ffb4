package network.fanz.finance.payments.sandbox;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Lets time pass at the vendor: its bank answers late, and messages are sent again. */
@Component
@Profile("local")
class SandboxClockwork implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SandboxClockwork.class);
    private static final Duration TICK = Duration.ofMillis(250);

    private final SandboxVendor vendor;
    private final SandboxMessages messages;
    private volatile boolean running;

    SandboxClockwork(SandboxVendor vendor, SandboxMessages messages) {
        this.vendor = vendor;
        this.messages = messages;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("sandbox-vendor").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                Thread.sleep(TICK);
                vendor.resolve();
                messages.sendDue();
            } catch (InterruptedException interrupted) {
                return;
            } catch (RuntimeException failed) {
                LOG.warn("The sandbox vendor failed; it is tried again", failed);
            }
        }
    }
}
