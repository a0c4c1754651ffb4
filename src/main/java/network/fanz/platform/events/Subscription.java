package network.fanz.platform.events;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import network.fanz.common.DomainEvent;

/**
 * A named reader of the log; the program runs every bean of this type. Its handlers share one transaction with the cursor's move, so
 * effects inside the database happen exactly once; effects outside happen at least once. A handler sees events of one key in order.
 */
public final class Subscription {
    private final String name;
    private final Map<Class<? extends DomainEvent>, Consumer<List<Delivered<?>>>> handlers = new LinkedHashMap<>();

    private Subscription(String name) {
        this.name = name;
    }

    /** @param name module and purpose, such as {@code catalogue.passes}: the cursor's key, so it never changes */
    public static Subscription named(String name) {
        return new Subscription(name);
    }

    /** Handles one event at a time. */
    @SuppressWarnings("unchecked")
    public <E extends DomainEvent> Subscription on(Class<E> type, Consumer<Delivered<E>> handler) {
        handlers.put(type, batch -> batch.forEach(event -> handler.accept((Delivered<E>) event)));
        return this;
    }

    /** Handles neighbouring events of one type at once, in order. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public <E extends DomainEvent> Subscription onBatch(Class<E> type, Consumer<List<Delivered<E>>> handler) {
        handlers.put(type, batch -> handler.accept((List) batch));
        return this;
    }

    public String name() {
        return name;
    }

    Map<Class<? extends DomainEvent>, Consumer<List<Delivered<?>>>> handlers() {
        return handlers;
    }
}
