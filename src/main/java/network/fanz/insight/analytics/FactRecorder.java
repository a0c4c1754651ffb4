package network.fanz.insight.analytics;

import java.util.List;
import network.fanz.platform.events.DeliveredEvent;
import network.fanz.platform.events.ReadModel;
import network.fanz.platform.events.Subscription;
import org.springframework.stereotype.Component;

/** Turns events into facts and into the sums of days, many at a time, for the generation that is read and for the one being built. */
@Component
class FactRecorder implements ReadModel {
    private final FactStore store;
    private final FactGenerationStore generations;
    private final Subscription beside;

    FactRecorder(FactStore store, FactGenerationStore generations) {
        this.store = store;
        this.generations = generations;
        this.beside = Subscription.named(AnalyticsConfiguration.SUBSCRIPTION + ".rebuild")
                .together(this::build, FactBatch.TYPES);
    }

    /** Writes into the generation that is read. */
    void record(List<? extends DeliveredEvent<?>> events) {
        store.write(generations.read(), FactBatch.of(events));
    }

    private void build(List<? extends DeliveredEvent<?>> events) {
        generations.building().ifPresent(number -> store.write(number, FactBatch.of(events)));
    }

    @Override
    public Subscription beside() {
        return beside;
    }

    @Override
    public void begin() {
        generations.begin();
    }

    @Override
    public boolean isBeingBuilt() {
        return generations.building().isPresent();
    }

    @Override
    public void swap() {
        generations.swap();
    }
}
