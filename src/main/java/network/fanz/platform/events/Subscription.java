package network.fanz.platform.events;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import network.fanz.common.DomainEvent;
import org.jspecify.annotations.Nullable;

/**
 * A named reader of the log; the program runs every bean of this type. Its handlers share one transaction with the cursor's move. So
 * effects inside the database happen exactly once, and effects outside happen at least once. A handler sees events of one key in order.
 */
public final class Subscription {
    private static final Pattern NAME = Pattern.compile("[a-z0-9_.-]{1,80}");

    private final String name;
    private final Map<String, Handler<?>> handlers = new LinkedHashMap<>();
    private @Nullable Runnable reset;
    private boolean keepsOrder = true;
    private String work;
    private String whileLate = "";

    private Subscription(String name) {
        this.name = name;
        this.work = name;
    }

    /**
     * @param name module and purpose, such as {@code catalogue.passes}: the cursor's key, so it never changes; small letters, digits,
     *     dots, dashes and underscores
     */
    public static Subscription named(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a subscription's name: " + name);
        }
        return new Subscription(name);
    }

    /** Handles one event at a time. */
    public <E extends DomainEvent> Subscription on(Class<E> type, Consumer<DeliveredEvent<E>> handler) {
        return add(type, batch -> batch.forEach(handler), false);
    }

    /** Handles neighbouring events of one type at once, in order. */
    public <E extends DomainEvent> Subscription onBatch(Class<E> type, Consumer<List<DeliveredEvent<E>>> handler) {
        return add(type, handler, true);
    }

    private <E extends DomainEvent> Subscription add(
            Class<E> type, Consumer<List<DeliveredEvent<E>>> action, boolean manyAtOnce) {
        if (handlers.putIfAbsent(EventCodec.name(type), new Handler<>(type, action, manyAtOnce)) != null) {
            throw new IllegalArgumentException(name + " handles " + type.getSimpleName() + " twice");
        }
        return this;
    }

    /**
     * Says how to empty what this subscription has built, so that {@link ParkedEvents#replay} can build it again from the log's
     * beginning. It runs in the transaction that sets the cursor back.
     */
    public Subscription onReplay(Runnable reset) {
        this.reset = reset;
        return this;
    }

    /**
     * Says that each event stands for itself: one that fails is parked alone, and later ones of its key are handled. What protects
     * somebody is of this kind, for otherwise one bad event would end the protection of its key.
     */
    public Subscription inAnyOrder() {
        this.keepsOrder = false;
        return this;
    }

    /**
     * Says to an operator what this is.
     *
     * @param work what it does, as people call it, such as "Passes"
     * @param whileLate one sentence: what people notice while it does not go on
     */
    public Subscription forOperators(String work, String whileLate) {
        this.work = work;
        this.whileLate = whileLate;
        return this;
    }

    public String name() {
        return name;
    }

    boolean keepsOrder() {
        return keepsOrder;
    }

    String work() {
        return work;
    }

    String whileLate() {
        return whileLate;
    }

    Set<String> types() {
        return handlers.keySet();
    }

    boolean takesBatches(String type) {
        Handler<?> handler = handlers.get(type);
        return handler != null && handler.takesBatches();
    }

    @Nullable Runnable reset() {
        return reset;
    }

    /** @param events neighbours of one type, which this subscription handles */
    void handle(List<StoredEvent> events) {
        Handler<?> handler = handlers.get(events.getFirst().type());
        if (handler == null) {
            throw new IllegalArgumentException(
                    name + " does not handle " + events.getFirst().type());
        }
        handler.handle(events);
    }

    private record Handler<E extends DomainEvent>(
            Class<E> type, Consumer<List<DeliveredEvent<E>>> action, boolean takesBatches) {
        void handle(List<StoredEvent> events) {
            action.accept(
                    events.stream().map(event -> EventCodec.read(event, type)).toList());
        }
    }
}
