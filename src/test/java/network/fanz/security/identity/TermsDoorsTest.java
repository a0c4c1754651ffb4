package network.fanz.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Role;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import network.fanz.web.brand.OnBrands;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Which doors are open to whoever owes an acceptance of the terms of use: those listed here, and no other that needs a sign-in. */
@Tag("database")
class TermsDoorsTest {
    private static final Set<String> OPEN = Set.of(
            "GET /terms/acceptance",
            "POST /terms/acceptance",
            "POST /api/v1/terms/acceptance",
            // Signing in.
            "GET /sign-in/factor",
            "POST /sign-in/factor",
            "GET /sign-in/recovery",
            "POST /sign-in/recovery",
            "GET /account/confirm",
            "POST /account/confirm",
            "GET /account/confirmed",
            "GET /api/v1/sessions/current",
            "POST /api/v1/sessions/current/totp",
            "POST /api/v1/sessions/current/recovery-code",
            // Sessions.
            "DELETE /api/v1/sessions/current",
            "GET /api/v1/sessions",
            "DELETE /api/v1/sessions",
            "DELETE /api/v1/sessions/{session}",
            "GET /account/sessions",
            "POST /account/sessions/{id}/end",
            "POST /account/sessions/others/end",
            // Factors.
            "GET /account/password",
            "POST /account/password",
            "GET /account/totp",
            "POST /account/totp",
            "GET /account/totp/confirmation",
            "POST /account/totp/confirmation",
            "POST /account/totp/removal",
            "GET /account/recovery-codes",
            "POST /account/recovery-codes",
            "GET /account/recovery-codes/made",
            "POST /account/recovery-codes/made/kept",
            "GET /account/passkeys",
            "POST /account/passkeys/{id}/removal",
            "GET /api/v1/factors",
            "POST /api/v1/factors/totp",
            "POST /api/v1/factors/totp/confirmation",
            "DELETE /api/v1/factors/totp",
            "POST /api/v1/factors/recovery-codes",
            "GET /api/v1/passkeys",
            "DELETE /api/v1/passkeys/{passkey}",
            "POST /webauthn/register/options",
            "POST /webauthn/register",
            // Taking one's data along, and leaving, for the owner alone.
            "GET /account/data",
            "GET /account/data/file",
            "POST /api/v1/accounts/{account}/closure");

    private record Door(String method, String host, String path, Access access) {
        String name() {
            return method + " " + path;
        }

        private String type() {
            return path.equals("/api/v1/moderation/hashes")
                    ? MediaType.APPLICATION_OCTET_STREAM_VALUE
                    : MediaType.APPLICATION_JSON_VALUE;
        }

        HttpAnswer knock(ProgramClient client) {
            String filled = path.replace("{role}", "ANALYST")
                    .replaceAll("\\{[^}]+}|\\*\\*?", UUID.randomUUID().toString());
            boolean form = !host.equals("api");
            boolean body = !method.equals("GET");
            return client.send(
                    method,
                    host,
                    filled,
                    body ? form ? MediaType.APPLICATION_FORM_URLENCODED_VALUE : type() : null,
                    body ? form ? "_key=" + UUID.randomUUID() : "{}" : null);
        }
    }

    @Test
    void noOtherDoorThatNeedsASignInOpensBeforeTheAcceptance() {
        try (RunningFanz program = RunningFanz.start()) {
            List<Door> doors = doors(program);
            assertThat(doors.stream()
                            .filter(door -> door.access().beforeTerms())
                            .map(Door::name))
                    .containsExactlyInAnyOrderElementsOf(OPEN);
            SignedInUser everything = everyRole(program);
            publish(program);
            List<String> opened = new ArrayList<>();
            for (Door door : doors) {
                boolean owners = !door.access().owner().isEmpty();
                if (!door.access().anyone() && (owners || !door.access().beforeTerms())) {
                    HttpAnswer answer = door.knock(everything.client());
                    // An answer to HEAD has no words (RFC 9110, 9.3.2).
                    boolean said = door.method().equals("HEAD") || answer.body().contains("terms-not-accepted");
                    if (answer.status() != 403 || !said) {
                        opened.add(door.name() + " -> " + answer.status());
                    }
                }
            }
            assertThat(opened).isEmpty();
        }
    }

    /** Somebody whom no door refuses for a role. */
    private static SignedInUser everyRole(RunningFanz program) {
        SignedInUser user = program.users().staff(Role.ADMINISTRATOR);
        ProgramClient administrator = program.users().administrator().client();
        Arrays.stream(Role.values())
                .filter(role -> role != Role.ADMINISTRATOR)
                .forEach(role -> administrator
                        .api("PUT", "/api/v1/accounts/" + user.id() + "/roles/" + role)
                        .expect(204));
        return user;
    }

    private static void publish(RunningFanz program) {
        program.users()
                .administrator()
                .client()
                .api("POST", "/api/v1/terms", Map.of("number", 1, "title", "Terms of use", "text", "Be kind."))
                .expect(201);
    }

    private static List<Door> doors(RunningFanz program) {
        // The dispatcher knows its handlers from its first request on.
        program.client().get("tube", "/");
        return program.bean(DispatcherServlet.class).getHandlerMappings().stream()
                .filter(RequestMappingHandlerMapping.class::isInstance)
                .map(RequestMappingHandlerMapping.class::cast)
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("network.fanz."))
                .flatMap(entry -> doors(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Stream<Door> doors(RequestMappingInfo info, HandlerMethod handler) {
        Access access = Objects.requireNonNull(annotation(handler, Access.class));
        Set<String> methods = info.getMethodsCondition().getMethods().stream()
                .map(RequestMethod::name)
                .collect(Collectors.toSet());
        return (methods.isEmpty() ? Set.of("GET") : methods)
                .stream()
                        .flatMap(method -> info.getPatternValues().stream()
                                .map(path -> new Door(method, host(handler), path, access)));
    }

    private static <A extends java.lang.annotation.Annotation> A annotation(HandlerMethod handler, Class<A> type) {
        A onMethod = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), type);
        return onMethod != null ? onMethod : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), type);
    }

    private static String host(HandlerMethod handler) {
        OnBrands on = annotation(handler, OnBrands.class);
        if (on == null) {
            return "api";
        }
        return Arrays.stream(Brand.values())
                .filter(brand -> List.of(on.value()).contains(brand)
                        || List.of(on.audience()).contains(brand.audience()))
                .map(Brand::label)
                .findFirst()
                .orElse("api");
    }
}
