package network.fanz.platform.events;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** What a test's subscription has seen, as a read model: the rows of one reader are built beside those of another. */
final class SeenModel implements ReadModel {
    static final String BESIDE = "test.reader.rebuild";

    private final AtomicReference<EventNode> node;
    private final Subscription beside;
    private final AtomicBoolean building = new AtomicBoolean();

    SeenModel(AtomicReference<EventNode> node, Subscription beside) {
        this.node = node;
        this.beside = beside;
    }

    @Override
    public Subscription beside() {
        return beside;
    }

    @Override
    public void begin() {
        forget(BESIDE);
        building.set(true);
    }

    @Override
    public boolean isBeingBuilt() {
        return building.get();
    }

    @Override
    public void swap() {
        forget("test.reader");
        node.get()
                .client
                .sql("insert into public.seen (reader, key, number) "
                        + "select 'test.reader', key, number from public.seen where reader = ? order by at")
                .param(BESIDE)
                .update();
        building.set(false);
    }

    private void forget(String reader) {
        node.get()
                .client
                .sql("delete from public.seen where reader = ?")
                .param(reader)
                .update();
    }
}
