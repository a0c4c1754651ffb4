package network.fanz.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Role;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every operation of the committed API description gets bodies of its own shape with one bad value in them, and every query parameter
 * gets bad values: whatever comes back, it is no fault of ours.
 */
@Tag("database")
class BadInputTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DEPTH_MAX = 4;

    /** As they stand in JSON. */
    private static final List<String> BAD = List.of(
            "null",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"+999999999-12-31\"",
            "\"+999999-01-01T00:00:00Z\"",
            "\"-999999-01-01\"",
            "\"0000-00-00\"",
            "\"" + "9".repeat(400) + "\"",
            "\"-1\"",
            "\"" + "x".repeat(20_000) + "\"",
            "9".repeat(60),
            "-1",
            "2147483648",
            "1e400",
            "[]",
            "[null]",
            "{}");

    private static final List<String> BAD_QUERY = List.of(
            "",
            "\u0000",
            "\ud800",
            "+999999999-12-31",
            "+999999-01-01T00:00:00Z",
            "-999999999-01-01T00:00:00Z",
            "+999999-01-01T00:00:00Z~01980000-0000-7000-8000-00000000a001",
            "9".repeat(400),
            "-1",
            "2147483648",
            "9223372036854775807",
            "' or 1=1");

    private static RunningFanz program;
    private static JsonNode description;
    private static Map<Role, SignedInUser> people;
    private static int address;

    @BeforeAll
    static void start() throws IOException {
        program = RunningFanz.start();
        description = JSON.readTree(Files.readString(Path.of("docs/openapi.json")));
        people = new EnumMap<>(Role.class);
        people.put(Role.FAN, program.users().fan());
        people.put(Role.CREATOR, program.users().creator());
        for (Role role : List.of(Role.ADMINISTRATOR, Role.FINANCE)) {
            people.put(role, program.users().staff(role));
        }
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private record Operation(String method, String path, JsonNode json) {}

    @Test
    void aBadValueInABodyOfTheRightShapeIsNoFaultOfOurs() {
        List<String> faults = new ArrayList<>();
        int sent = 0;
        for (Operation operation : operations()) {
            JsonNode schema = operation.json().at("/requestBody/content/application~1json/schema");
            if (!schema.isMissingNode() && !operation.path().endsWith("/closure")) {
                for (String body : bodies(schema)) {
                    sent += 1;
                    send(operation, filled(operation.path()), body, faults);
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(sent).isGreaterThan(1_000);
    }

    @Test
    void aBadValueInAQueryIsNoFaultOfOurs() {
        List<String> faults = new ArrayList<>();
        for (Operation operation : operations()) {
            for (JsonNode parameter : operation.json().path("parameters")) {
                if (parameter.path("in").asString().equals("query")) {
                    for (String value : BAD_QUERY) {
                        String query = parameter.path("name").asString() + "="
                                + URLEncoder.encode(value, StandardCharsets.UTF_8);
                        send(operation, filled(operation.path()) + "?" + query, null, faults);
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void aBodyInAnotherEncodingIsNoFaultOfOurs() {
        for (String type :
                List.of("application/json;charset=UTF-16", "application/json;charset=nonsense", "text/plain", "x")) {
            int status = visitor(Role.FAN)
                    .send("POST", "api", "/api/v1/registrations", type, "{\"email\":\"a@example.org\"}")
                    .status();
            assertThat(status).as(type).isBetween(400, 499);
        }
    }

    private static List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        description
                .path("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .filter(operation -> !operation.getValue().toString().contains("text/event-stream"))
                        .forEach(operation -> all.add(new Operation(
                                operation.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                operation.getValue()))));
        return all;
    }

    /** One body for each place in the shape and each bad value, the rest being of the right type. */
    private static List<String> bodies(JsonNode schema) {
        List<String> all = new ArrayList<>();
        JsonNode good = good(schema, 0);
        all.add(good.toString());
        for (String place : places(good, "")) {
            for (String bad : BAD) {
                // A number that JSON allows and no type holds is written as it is.
                all.add(marked(good, place).toString().replace("\"@here@\"", bad));
            }
            ObjectNode without = (ObjectNode) good.deepCopy();
            remove(without, place);
            all.add(without.toString());
        }
        return all;
    }

    private static JsonNode good(JsonNode schema, int depth) {
        JsonNode resolved = schema.has("$ref")
                ? description.at(schema.path("$ref").asString().substring(1))
                : schema;
        if (resolved.has("enum")) {
            return resolved.path("enum").get(0);
        }
        String type = resolved.path("type").isArray()
                ? resolved.path("type").get(0).asString()
                : resolved.path("type").asString("string");
        return switch (type) {
            case "object" -> {
                ObjectNode object = JSON.createObjectNode();
                if (depth < DEPTH_MAX) {
                    resolved.path("properties")
                            .propertyStream()
                            .forEach(property -> object.set(property.getKey(), good(property.getValue(), depth + 1)));
                }
                yield object;
            }
            case "array" -> {
                ArrayNode array = JSON.createArrayNode();
                array.add(good(resolved.path("items"), depth + 1));
                yield array;
            }
            case "integer", "number" -> JSON.getNodeFactory().numberNode(1);
            case "boolean" -> JSON.getNodeFactory().booleanNode(true);
            default ->
                JSON.getNodeFactory().stringNode(text(resolved.path("format").asString("")));
        };
    }

    private static String text(String format) {
        return switch (format) {
            case "date" -> "2000-01-01";
            case "date-time" -> "2026-01-01T00:00:00Z";
            case "uuid" -> "01980000-0000-7000-8000-00000000a001";
            default -> "a";
        };
    }

    /** JSON pointers to every value. */
    private static List<String> places(JsonNode node, String at) {
        List<String> all = new ArrayList<>();
        if (node.isObject()) {
            node.propertyStream().forEach(property -> {
                String place = at + "/" + property.getKey();
                all.add(place);
                all.addAll(places(property.getValue(), place));
            });
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                all.addAll(places(node.get(i), at + "/" + i));
            }
        }
        return all;
    }

    private static JsonNode marked(JsonNode good, String place) {
        JsonNode copy = good.deepCopy();
        int slash = place.lastIndexOf('/');
        ((ObjectNode) copy.at(place.substring(0, slash))).put(place.substring(slash + 1), "@here@");
        return copy;
    }

    private static void remove(ObjectNode from, String place) {
        int slash = place.lastIndexOf('/');
        ((ObjectNode) from.at(place.substring(0, slash))).remove(place.substring(slash + 1));
    }

    private static String filled(String path) {
        return path.replace("{role}", "ANALYST")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    }

    /** Made by somebody who may. */
    private static void send(Operation operation, String path, String body, List<String> faults) {
        if (operation.path().endsWith("/sessions/current") && operation.method().equals("DELETE")) {
            return;
        }
        String access = operation.json().path("x-access").asString("");
        Role role = access.contains("ADMINISTRATOR")
                ? Role.ADMINISTRATOR
                : access.contains("FINANCE") ? Role.FINANCE : access.contains("CREATOR") ? Role.CREATOR : Role.FAN;
        int status = visitor(role)
                .send(operation.method(), "api", path, body == null ? null : "application/json", body)
                .status();
        if (status >= 500) {
            String shown = String.valueOf(body);
            faults.add(operation.method() + " " + path.substring(0, Math.min(160, path.length())) + " "
                    + shown.substring(0, Math.min(300, shown.length())) + " -> " + status);
        }
    }

    /** From an address of its own each few calls: what is refused too often from one address is refused unread. */
    private static ProgramClient visitor(Role role) {
        address++;
        return program.clientFrom("127.20." + address / 8 / 250 + "." + (address / 8 % 250 + 1))
                .withToken(people.get(role).client().token());
    }
}
