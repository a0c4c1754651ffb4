package network.fanz.platform.events;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.DomainEvent;
import network.fanz.common.Money;

/** An event of any type with a value of its own in every field. */
final class EventSample {
    private final AtomicInteger next = new AtomicInteger(10);

    private EventSample() {}

    static <E extends DomainEvent> E of(Class<E> type) {
        return type.cast(new EventSample().make(type));
    }

    static Object value(Object holder, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(holder);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Object make(Type type) {
        int number = next.getAndIncrement();
        if (type instanceof ParameterizedType generic) {
            return makeGeneric(generic);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        return switch (plain.getName()) {
            case "java.lang.String" -> "text" + number;
            case "int", "java.lang.Integer" -> number;
            case "long", "java.lang.Long" -> (long) number;
            case "boolean", "java.lang.Boolean" -> true;
            case "java.time.Instant" -> Instant.parse("2026-01-01T00:00:00Z").plusSeconds(number);
            case "java.util.UUID" -> new UUID(number, number);
            case "java.math.BigInteger" -> BigInteger.valueOf(number);
            case "network.fanz.common.AccountId" -> new AccountId(new UUID(number, number));
            case "network.fanz.common.Asset" -> Asset.USD;
            case "network.fanz.common.Money" -> Money.of(Asset.USD, number);
            default -> makeRecord(plain);
        };
    }

    private Object makeGeneric(ParameterizedType type) {
        Type first = type.getActualTypeArguments()[0];
        return switch (type.getRawType().getTypeName()) {
            case "java.util.List" -> List.of(make(first));
            case "java.util.Set" -> Set.of(make(first));
            case "java.util.Map" -> Map.of(make(first), make(type.getActualTypeArguments()[1]));
            default -> throw new IllegalArgumentException("No sample of " + type);
        };
    }

    private Object makeRecord(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException(
                    "An event holds ids, amounts, times, words and records of them: " + type);
        }
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            canonical.setAccessible(true);
            return canonical.newInstance(Arrays.stream(components)
                    .map(component -> make(component.getGenericType()))
                    .toArray());
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
