package network.fanz.platform.events;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.fanz.common.DomainEvent;
import org.jspecify.annotations.Nullable;

/** An event's fields as JSON Schema (draft 2020-12). */
final class EventSchema {
    private static final Map<String, Object> MONEY = Map.of(
            "type", "object",
            "properties",
                    ordered(
                            "asset", ordered("type", "string", "pattern", "^[A-Z0-9][A-Z0-9-]{1,19}/[0-9]{1,2}$"),
                            "amount", ordered("type", "string", "pattern", "^-?[0-9]{1,78}$")),
            "required", List.of("asset", "amount"));

    private EventSchema() {}

    static Map<String, Object> of(Class<? extends DomainEvent> type) {
        Map<String, Object> schema = ordered(
                "$schema",
                "https://json-schema.org/draft/2020-12/schema",
                "$id",
                EventCodec.name(type) + ".json",
                "title",
                EventCodec.name(type),
                "description",
                EventCatalogue.description(type));
        schema.putAll(record(type));
        return schema;
    }

    private static Map<String, Object> record(Class<?> type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Map<String, Object> property = new LinkedHashMap<>(property(component.getGenericType()));
            String description = EventCatalogue.description(type, component.getName());
            if (!description.isEmpty()) {
                property.put("description", description);
            }
            properties.put(component.getName(), property);
        }
        List<String> required = Arrays.stream(type.getRecordComponents())
                .filter(component -> !nullable(component))
                .map(RecordComponent::getName)
                .toList();
        return ordered("type", "object", "properties", properties, "required", required);
    }

    static boolean nullable(RecordComponent component) {
        AnnotatedType type = component.getAnnotatedType();
        return type.isAnnotationPresent(Nullable.class);
    }

    private static Map<String, Object> property(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic(generic);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return ordered(
                    "type",
                    "string",
                    "enum",
                    Arrays.stream(plain.getEnumConstants()).map(String::valueOf).toList());
        }
        return switch (plain.getName()) {
            case "java.lang.String" -> ordered("type", "string");
            case "int", "long", "java.lang.Integer", "java.lang.Long" -> ordered("type", "integer");
            case "boolean", "java.lang.Boolean" -> ordered("type", "boolean");
            case "java.time.Instant" -> ordered("type", "string", "format", "date-time");
            case "java.util.UUID", "network.fanz.common.AccountId" -> ordered("type", "string", "format", "uuid");
            case "network.fanz.common.Money" -> ordered(MONEY);
            case "network.fanz.common.Asset" -> ordered("type", "string");
            default -> record(plain);
        };
    }

    private static Map<String, Object> generic(ParameterizedType type) {
        Type last = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
        return switch (type.getRawType().getTypeName()) {
            case "java.util.List" -> ordered("type", "array", "items", property(last));
            case "java.util.Set" -> ordered("type", "array", "uniqueItems", true, "items", property(last));
            case "java.util.Map" -> ordered("type", "object", "additionalProperties", property(last));
            default -> throw new IllegalArgumentException("No schema for " + type);
        };
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            map.put((String) pairs[at], pairs[at + 1]);
        }
        return map;
    }

    private static Map<String, Object> ordered(Map<String, Object> fixed) {
        return ordered(
                "type", fixed.get("type"), "properties", fixed.get("properties"), "required", fixed.get("required"));
    }
}
