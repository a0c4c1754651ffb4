package network.fanz.platform.events;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
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
    private boolean keepsOrder = true;
    private int atOnceMax = Integer.MAX_VALUE;
    private String work;
    private String whileLate = "";
    private @Nullable Consumer<List<? extends DeliveredEvent<?>>> together;
    private @Nullable ReadModel readModel;

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

    /** Handles neighbouring events of all these types at once, in order. */
    public Subscription together(
            Consumer<List<? extends DeliveredEvent<?>>> handler, List<Class<? extends DomainEvent>> types) {
        types.forEach(type -> add(type, handler::accept, true));
        this.together = handler;
        return this;
    }

    private <E extends DomainEvent> Subscription add(
            Class<E> type, Consumer<List<DeliveredEvent<E>>> action, boolean manyAtOnce) {
        if (handlers.putIfAbsent(EventCodec.name(type), new Handler<>(type, action, manyAtOnce)) != null) {
            throw new IllegalArgumentException(name + " handles " + type.getSimpleName() + " twice");
        }
        return this;
    }

    /** Bounds how many events are handled at once, and so how long a transaction of this subscription takes. */
    public Subscription atMost(int events) {
        this.atOnceMax = events;
        return this;
    }

    /** Says that this subscription builds a read model, which {@link ParkedEvents#replay} builds again from the log's beginning. */
    public Subscription builds(ReadModel model) {
        this.readModel = model;
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

    int atOnceMax() {
        return atOnceMax;
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

    /** Whether events of several types may be handled at once. */
    boolean mixesTypes() {
        return together != null;
    }

    @Nullable ReadModel readModel() {
        return readModel;
    }

    DeliveredEvent<?> read(StoredEvent event) {
        return handler(event.type()).read(event);
    }

    /** @param events neighbours, which this subscription handles; of one type, unless it mixes them */
    void handle(List<StoredEvent> events) {
        handle(events, this::read);
    }

    /** @param reading how an event is read, if this subscription mixes types */
    void handle(List<StoredEvent> events, Function<StoredEvent, DeliveredEvent<?>> reading) {
        if (together != null) {
            together.accept(events.stream().<DeliveredEvent<?>>map(reading).toList());
        } else {
            handler(events.getFirst().type()).handle(events);
        }
    }

    private Handler<?> handler(String type) {
        Handler<?> handler = handlers.get(type);
        if (handler == null) {
            throw new IllegalArgumentException(name + " does not handle " + type);
        }
        return handler;
    }

    private record Handler<E extends DomainEvent>(
            Class<E> type, Consumer<List<DeliveredEvent<E>>> action, boolean takesBatches) {
        DeliveredEvent<E> read(StoredEvent event) {
            return EventCodec.read(event, type);
        }

        void handle(List<StoredEvent> events) {
            action.accept(events.stream().map(this::read).toList());
        }
    }
}
