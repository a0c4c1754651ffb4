package network.fanz.platform.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events as JSON. The mapper is not the web's, because the log's form must not change when the web's does. A subscriber skips fields
 * that it does not know, so a type may gain fields.
 */
final class EventCodec {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private static final ClassValue<String> NAMES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            EventType name = type.getAnnotation(EventType.class);
            if (name == null) {
                throw new IllegalArgumentException(type.getName() + " has no @EventType");
            }
            return name.value();
        }
    };

    private EventCodec() {}

    /** @throws IllegalArgumentException if the class is no event */
    static String name(Class<? extends DomainEvent> type) {
        return NAMES.get(type);
    }

    static String write(DomainEvent event) {
        return MAPPER.writeValueAsString(event);
    }

    /** The same, in UTF-8. */
    static byte[] writeBytes(DomainEvent event) {
        return MAPPER.writeValueAsBytes(event);
    }

    static <E extends DomainEvent> DeliveredEvent<E> read(StoredEvent storedEvent, Class<E> type) {
        E event = MAPPER.readValue(storedEvent.payload(), type);
        return new DeliveredEvent<>(storedEvent.seq(), storedEvent.id(), storedEvent.occurredAt(), event);
    }
}
