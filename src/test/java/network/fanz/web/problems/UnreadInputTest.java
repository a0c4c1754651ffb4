package network.fanz.web.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.QueryNames;
import network.fanz.common.Role;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestShop;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the API does not understand it refuses, at every address. */
@Tag("database")
class UnreadInputTest {
    private final RunningFanz program = RunningFanz.shared();
    private final Map<Role, SignedInUser> people = new EnumMap<>(Role.class);

    private record Route(String method, String path, HandlerMethod handler) {
        HttpAnswer call(ProgramClient client, String query, String body) {
            String filled = path;
            for (MethodParameter parameter : handler.getMethodParameters()) {
                if (parameter.hasParameterAnnotation(PathVariable.class)
                        && parameter.getParameterType().isPrimitive()) {
                    filled = filled.replaceAll("\\{" + name(parameter) + "}", "7");
                }
            }
            filled = filled.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
            return client.send(method, "api", filled + query, MediaType.APPLICATION_JSON_VALUE, body);
        }
    }

    private static String name(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        String declared = parameter.getParameterAnnotation(PathVariable.class).value();
        return declared.isEmpty() ? parameter.getParameterName() : declared;
    }

    /** An answer to HEAD has no words (RFC 9110, 9.3.2); bytes of a file have no fields, and are not sent as JSON. */
    private static boolean isRefused(Route route, HttpAnswer answer) {
        if (route.method().equals("HEAD")) {
            return answer.status() == 422;
        }
        boolean takesBytes = Arrays.stream(route.handler().getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == byte[].class);
        return takesBytes && answer.status() == 415
                || answer.status() == 422 && answer.body().contains("nosuchthing");
    }

    @Test
    void refusesAnUnknownParameterEverywhere() {
        List<String> let = new ArrayList<>();
        for (Route route : routes()) {
            HttpAnswer answer =
                    route.call(client(route), "?nosuchthing=1", route.method().equals("GET") ? null : "{}");
            if (!isRefused(route, answer)) {
                let.add(route.method() + " " + route.path() + " -> " + answer.status());
            }
        }
        assertThat(let).isEmpty();
    }

    @Test
    void refusesAnUnknownFieldEverywhere() {
        List<String> let = new ArrayList<>();
        for (Route route : routes()) {
            if (!route.method().equals("GET")) {
                HttpAnswer answer = route.call(client(route), "", "{\"nosuchthing\":1}");
                if (!isRefused(route, answer)) {
                    let.add(route.method() + " " + route.path() + " -> " + answer.status());
                }
            }
        }
        assertThat(let).isEmpty();
    }

    @Test
    void aWordAnIdAndANumberHaveOneForm() {
        ProgramClient anybody = program.client();
        for (String role : List.of(" FAN", "FAN ", "fan", "")) {
            anybody.api("POST", "/api/v1/registrations", Map.of("role", role)).expectProblem(422, "invalid-field");
        }
        SignedInUser administrator = program.users().administrator();
        for (String query : List.of(
                "role=FAN%20", "role=fan", "limit=%205", "limit=%2B5", "limit=0x5", "limit=05", "limit=9999999999")) {
            administrator.client().api("GET", "/api/v1/accounts?" + query).expectProblem(422, "invalid-field");
        }
        for (String number : List.of("+1", "%2B1", "01", "0x1", "1.0", "9999999999", "99999999999999999999")) {
            for (String path : List.of("ledger/blocks/", "ledger/journal/", "ledger/accounts/", "terms/")) {
                administrator.client().api("GET", "/api/v1/" + path + number).expectProblem(404, "not-found");
            }
        }
        String id = administrator.id();
        for (String other : List.of("%20" + id, id + "%20", "1-2-3-4-5")) {
            assertThat(administrator
                            .client()
                            .api("GET", "/api/v1/accounts/" + other)
                            .status())
                    .isBetween(404, 422);
        }
        administrator
                .client()
                .api("PUT", "/api/v1/accounts/" + id + "/roles/FINANCE%20")
                .expectProblem(422, "invalid-field");
        administrator.client().api("GET", "/api/v1/accounts/" + id + "?").expect(200);
        Map<String, Object> tip = Map.of("kind", "TIP", "creator", id);
        administrator.client().api("POST", "/api/v1/payments", tip).expectProblem(422, "invalid-field");
    }

    @Test
    void aDayAndATextAreNeitherNumbersNorLists() {
        for (Map<String, Object> other : List.<Map<String, Object>>of(
                Map.of("dateOfBirth", List.of(1990, 4, 5)),
                Map.of("dateOfBirth", " 1990-04-05"),
                Map.of("dateOfBirth", "1990-02-31"),
                Map.of("name", 12345),
                Map.of("name", true),
                Map.of("password", 1234567890123456789L))) {
            assertThat(program.client()
                            .api("POST", "/api/v1/registrations", other)
                            .expectProblem(422, "invalid-field")
                            .text("field"))
                    .isEqualTo(other.keySet().iterator().next());
        }
    }

    @Test
    void refusesAHeaderThatSaysTwoThings() {
        SignedInUser fan = program.users().fan();
        ProgramClient twice = fan.client()
                .forProgram(program.address())
                .withHeader("Authorization", "Bearer " + fan.client().token());
        twice.api("GET", "/api/v1/sessions/current").expectProblem(422, "invalid-field");
        fan.client()
                .forProgram(program.address())
                .withHeader("Idempotency-Key", "another-key")
                .api("POST", "/api/v1/payments", Map.of())
                .expectProblem(422, "idempotency-key-needed");
    }

    /** A map says nothing of its names, so they stand beside it. */
    @Test
    void knowsTheNamesOfEveryMap() {
        assertThat(routes().stream()
                        .flatMap(route -> Arrays.stream(route.handler().getMethodParameters()))
                        .filter(parameter -> Map.class.isAssignableFrom(parameter.getParameterType()))
                        .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                        .filter(parameter -> !parameter.hasParameterAnnotation(QueryNames.class)))
                .isEmpty();
    }

    @Test
    void refusesWhatIsSentTwice() {
        SignedInUser finance = program.users().staff(Role.FINANCE);
        assertThat(finance.client()
                        .api("GET", "/api/v1/ledger/journal?limit=5&limit=6")
                        .expectProblem(422, "invalid-field")
                        .text("field"))
                .isEqualTo("limit");
    }

    @Test
    void aRefundWithAnAmountIsNoFullRefund() {
        SignedInUser creator = program.users().creator();
        SignedInUser fan = program.users().fan();
        HttpAnswer paid = new TestShop(program).paidTip(fan, creator, "900");
        String refund = "/api/v1/payments/" + paid.text("id") + "/refund";
        assertThat(creator.client()
                        .api("POST", refund, Map.of("amount", "100"))
                        .expectProblem(422, "invalid-field")
                        .text("field"))
                .isEqualTo("amount");
        assertThat(new TestShop(program).now(fan, paid).text("state")).isEqualTo("SETTLED");
        creator.client().api("POST", refund, Map.of()).expect(200);
    }

    @Test
    void readsAndWritesNoOtherFormThanJson() {
        ProgramClient stranger = program.client();
        for (String form : List.of(
                "application/yaml",
                "application/x-yaml",
                "application/cbor",
                "application/x-jackson-smile",
                "application/xml",
                "application/x-ndjson",
                "text/plain",
                "multipart/form-data;boundary=x")) {
            assertThat(stranger.send("POST", "api", "/api/v1/eligibility", form, "{}")
                            .status())
                    .as(form)
                    .isEqualTo(415);
        }
        ProgramClient fan = program.users().fan().client();
        for (String form : List.of("application/yaml", "application/cbor", "application/xml")) {
            assertThat(fan.withHeader("Accept", form)
                            .api("GET", "/api/v1/sessions/current")
                            .status())
                    .as(form)
                    .isEqualTo(406);
        }
        program.client()
                .withHeader("Content-Encoding", "gzip")
                .api("POST", "/api/v1/eligibility", Map.of())
                .expectProblem(415, "unsupported-content");
    }

    @Test
    void aThingHasOneForm() {
        Map<String, Object> person = Map.of("dateOfBirth", "1990-04-05", "country", "DE");
        program.client().api("POST", "/api/v1/eligibility", person).expect(200);
        for (String day : List.of("1990-04-05T00:00", "1990-04-05T00:00:00Z", "19900405", "1990-4-5")) {
            program.client()
                    .api("POST", "/api/v1/eligibility", Map.of("dateOfBirth", day, "country", "DE"))
                    .expectProblem(422, "invalid-field");
        }
        SignedInUser administrator = program.users().administrator();
        for (Object role : List.of(7, "7")) {
            administrator
                    .client()
                    .api("POST", "/api/v1/invitations", Map.of("email", "form@fanz.test", "role", role))
                    .expectProblem(422, "invalid-field");
        }
        SignedInUser creator = program.users().creator();
        for (Object amount : List.of("+700", " 700", "0700", "7e2", "700.0", 700.5)) {
            Map<String, Object> tip = Map.of(
                    "kind", "tip", "creator", creator.id(), "amount", Map.of("asset", "USD/2", "amount", amount));
            assertThat(program.users()
                            .fan()
                            .client()
                            .api("POST", "/api/v1/payments", tip)
                            .status())
                    .as(amount.toString())
                    .isEqualTo(422);
        }
    }

    @Test
    void aListIsAtLeastOneLong() {
        SignedInUser finance = program.users().staff(Role.FINANCE);
        for (String limit : List.of("0", "-1", "+5", "")) {
            finance.client().api("GET", "/api/v1/ledger/journal?limit=" + limit).expectProblem(422, "invalid-field");
        }
    }

    private ProgramClient client(Route route) {
        Access onMethod =
                AnnotatedElementUtils.findMergedAnnotation(route.handler().getMethod(), Access.class);
        Access access = onMethod != null
                ? onMethod
                : AnnotatedElementUtils.findMergedAnnotation(route.handler().getBeanType(), Access.class);
        Role role = access == null || access.value().length == 0 ? Role.FAN : access.value()[0];
        return people.computeIfAbsent(role, this::somebody).client();
    }

    private SignedInUser somebody(Role role) {
        return switch (role) {
            case FAN -> program.users().fan();
            case CREATOR -> program.users().creator();
            default -> program.users().staff(role);
        };
    }

    private List<Route> routes() {
        program.client().get("tube", "/");
        return program.bean(DispatcherServlet.class).getHandlerMappings().stream()
                .filter(RequestMappingHandlerMapping.class::isInstance)
                .map(RequestMappingHandlerMapping.class::cast)
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/v1/"))
                        .flatMap(path -> entry.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> new Route(method.name(), path, entry.getValue()))))
                .toList();
    }
}
