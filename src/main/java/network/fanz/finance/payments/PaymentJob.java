package network.fanz.finance.payments;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Drives what was left half-way: by a node that died, a provider that did not answer, a message that never came. It needs no lease,
 * because taking a payment moves its next look away: two nodes never take the same one at the same time.
 */
@Component
class PaymentJob implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentJob.class);

    private final PaymentStore store;
    private final Drives drives;
    private final PaymentsSettings settings;
    private final Clock clock;
    private volatile boolean running;

    PaymentJob(PaymentStore store, Drives drives, PaymentsSettings settings, Clock clock) {
        this.store = store;
        this.drives = drives;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("payment-job").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** @return how many it took */
    int sweep() {
        List<PaymentRow> due =
                store.due(clock.instant(), settings.jobBatch(), settings.retryDelay(), settings.retryDelayMax());
        due.forEach(drives::askLater);
        return due.size();
    }

    private void run() {
        while (running) {
            try {
                Thread.sleep(settings.jobPeriod());
                if (running) {
                    sweep();
                }
            } catch (InterruptedException interrupted) {
                return;
            } catch (RuntimeException failed) {
                LOG.warn("Looking for payments that were left half-way failed; it is tried again", failed);
            }
        }
    }
}
