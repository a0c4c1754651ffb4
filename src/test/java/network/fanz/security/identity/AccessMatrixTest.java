package network.fanz.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Role;
import network.fanz.platform.vault.Vault;
import network.fanz.testing.GeneratedDocs;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestShop;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import network.fanz.web.brand.OnBrands;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Who may do what, endpoint by endpoint: the committed table is what the code says, and every refusal in it is tried. */
@Tag("database")
class AccessMatrixTest {
    private static final Path TABLE = Path.of("src/test/resources/access-matrix.csv");
    private static final String NOBODYS_TOKEN = "A".repeat(43);
    private static final List<String> GARBAGE = List.of("{", "[]", "{\"x\":1}", "null", "\"\u0000\"", "a=b&c");

    /** What loses nothing, lets nobody in, and takes the safe side; or asks others and books nothing by itself. */
    private static final Set<String> EVERYDAY = Set.of(
            "POST /api/v1/accounts/search",
            "POST /users/search",
            "POST /api/v1/fraud/assessments",
            "POST /users/introductions/{id}/showing",
            "POST /users/introductions/{id}/refusal",
            "POST /compliance/verifications/{id}/person",
            "POST /api/v1/moderation/items/next/claim",
            "POST /api/v1/moderation/items/{id}/claim",
            "POST /api/v1/moderation/items/{id}/film",
            "DELETE /api/v1/moderation/claims/current",
            "POST /api/v1/moderation/items/{id}/decisions",
            "POST /api/v1/moderation/decisions/{decision}/undo",
            "POST /moderation/queue/next",
            "POST /moderation/queue/putting-back",
            "POST /moderation/items/{id}/claim",
            "POST /moderation/items/{id}/decision",
            "POST /moderation/decisions/{id}/undo",
            "POST /api/v1/moderation/policies",
            "POST /api/v1/moderation/policies/{number}/trial",
            "POST /api/v1/moderation/checks",
            "POST /moderation/policy",
            "POST /moderation/policy/{number}/trial",
            "POST /api/v1/ledger/hand-postings/{id}/rejection",
            "POST /finance/hand-postings/{id}/rejection",
            "POST /finance/payments/{id}/refund",
            "POST /finance/payments/{id}/refund-request/decline",
            "POST /api/v1/operations/failed-events/retry",
            "POST /operations/failed-events/retry",
            "POST /api/v1/operations/subscriptions/{subscription}/replay",
            "POST /operations/failed-events/replay",
            "POST /api/v1/security/events",
            "POST /api/v1/security/alerts",
            "POST /api/v1/security/alerts/closures",
            "POST /security/alerts/closures",
            "POST /api/v1/security/alerts/{id}/acknowledgement",
            "POST /security/alerts/{id}/acknowledgement",
            "POST /api/v1/security/alerts/{id}/closure",
            "POST /security/alerts/{id}/closure",
            "POST /api/v1/security/alerts/{id}/containment",
            "POST /security/alerts/{id}/containment",
            "POST /api/v1/security/alerts/{id}/block",
            "POST /security/alerts/{id}/block",
            "PUT /api/v1/security/alerts/{id}/steps/{number}",
            "DELETE /api/v1/security/alerts/{id}/steps/{number}",
            "POST /security/alerts/{id}/steps/{number}",
            "POST /finance/payments/search");

    private final RunningFanz program = RunningFanz.shared();
    private final JdbcClient owner = JdbcClient.create(program.database().asOwner());

    /** @param path with its variables in braces */
    private record Endpoint(
            String method,
            String host,
            String path,
            List<Role> roles,
            boolean anyone,
            boolean beforeSecondFactor,
            boolean freshProof,
            String owner,
            boolean endless) {
        String row() {
            String who = anyone ? "anyone" : roles.isEmpty() && owner.isEmpty() ? "signed-in" : names();
            return String.join(
                    ",",
                    method,
                    path,
                    host,
                    who,
                    owner,
                    beforeSecondFactor ? "before-second-factor" : "",
                    freshProof ? "fresh-proof" : "");
        }

        private String names() {
            return roles.stream().map(Role::name).sorted().collect(Collectors.joining(" "));
        }

        /** The path with each variable replaced. */
        String filled(String value) {
            return path.replace("{role}", "ANALYST").replaceAll("\\{[^}]+}|\\*\\*?", value);
        }

        boolean isOfTheStaffAlone() {
            return !roles.isEmpty() && !roles.contains(Role.CREATOR) && !roles.contains(Role.FAN);
        }

        boolean changes() {
            return !method.equals("GET");
        }

        /** Ends the session that tries it. */
        boolean endsTheSession() {
            return path.endsWith("/sessions/current") && method.equals("DELETE")
                    || path.endsWith("/sign-out")
                    || path.endsWith("/account/switch");
        }

        boolean mayBeCalledBy(Role role) {
            return anyone || roles.contains(role) || roles.isEmpty() && owner.isEmpty();
        }
    }

    @Test
    @Tag("generated")
    void theTableSaysWhatTheCodeSays() {
        String table = "method,path,host,who,owner,second factor,recent proof\n"
                + endpoints().stream().map(Endpoint::row).sorted().collect(Collectors.joining("\n", "", "\n"));
        GeneratedDocs.check(TABLE, table);
    }

    @Test
    void everyHandlerSaysWhoMayCallIt() {
        assertThat(handlers().filter(entry -> access(entry.getValue()) == null).map(Map.Entry::getKey))
                .isEmpty();
    }

    @Test
    void refusesWhoeverIsNotSignedIn() {
        ProgramClient nobody = program.clientFrom("127.13.0.1").withToken(NOBODYS_TOKEN);
        List<String> let = new ArrayList<>();
        for (Endpoint endpoint : endpoints()) {
            if (!endpoint.anyone()) {
                HttpAnswer answer = call(nobody, endpoint, UUID.randomUUID().toString(), "{}");
                if (!List.of(401, 403, 404).contains(answer.status())) {
                    let.add(endpoint.row() + " -> " + answer.status());
                }
            }
        }
        assertThat(let).isEmpty();
    }

    @Test
    void refusesEveryWrongRole() {
        List<String> let = new ArrayList<>();
        for (Map.Entry<Role, SignedInUser> person : people().entrySet()) {
            for (Endpoint endpoint : endpoints()) {
                if (!endpoint.mayBeCalledBy(person.getKey())) {
                    HttpAnswer answer = call(
                            person.getValue().client(),
                            endpoint,
                            UUID.randomUUID().toString(),
                            "{}");
                    // What is another's shows as nothing at all; what a role may not do is said.
                    if (answer.status() != (endpoint.owner().isEmpty() ? 403 : 404)) {
                        let.add(person.getKey() + " " + endpoint.row() + " -> " + answer.status());
                    }
                }
            }
        }
        assertThat(let).isEmpty();
    }

    @Test
    void everyDoorOfTheStaffAsksForAFreshProofOrIsEverydayWork() {
        assertThat(endpoints().stream()
                        .filter(endpoint ->
                                endpoint.changes() && endpoint.isOfTheStaffAlone() && !endpoint.freshProof())
                        .map(endpoint -> endpoint.method() + " " + endpoint.path()))
                .isSubsetOf(EVERYDAY);
    }

    @Test
    void refusesWhoeverHasProvedTooLongAgo() {
        List<String> let = new ArrayList<>();
        for (Role role : List.of(Role.ADMINISTRATOR, Role.FINANCE)) {
            SignedInUser person = program.users().staff(role);
            owner.sql(
                            "update identity.session set fresh_at = fresh_at - interval '1 hour' where account_id = cast(:id as uuid)")
                    .param("id", person.id())
                    .update();
            for (Endpoint endpoint : endpoints()) {
                if (endpoint.freshProof()
                        && endpoint.roles().contains(role)
                        && endpoint.host().equals("api")) {
                    HttpAnswer answer =
                            call(person.client(), endpoint, UUID.randomUUID().toString(), "{}");
                    if (!answer.body().contains("fresh-proof-needed")) {
                        let.add(endpoint.row() + " -> " + answer.status());
                    }
                }
            }
        }
        assertThat(let).isEmpty();
    }

    @Test
    void showsNobodyWhatIsAnothers() {
        SignedInUser fan = program.users().fan();
        SignedInUser other = program.users().fan();
        List<String> let = new ArrayList<>();
        for (Endpoint endpoint : endpoints()) {
            if (!endpoint.owner().isEmpty()) {
                HttpAnswer answer = call(fan.client(), endpoint, other.id(), "{}");
                if (answer.status() != 404) {
                    let.add(endpoint.row() + " -> " + answer.status());
                }
            }
        }
        assertThat(let).isEmpty();
    }

    /** Paths whose variable names something that has an owner; the handler finds the owner by it. */
    private static final Set<String> OWNED = Set.of(
            "DELETE /api/v1/passkeys/{passkey}",
            "DELETE /api/v1/payment-methods/{id}",
            "DELETE /api/v1/sessions/{session}",
            "GET /api/v1/payments/{id}",
            "GET /api/v1/payments/{id}/refund-request",
            "POST /api/v1/payments/{id}/refund-request",
            "POST /api/v1/payments/{id}/refund-request/withdrawal",
            "POST /checkout/{payment}/refund-request",
            "POST /checkout/{payment}/refund-request/withdrawal",
            "GET /checkout/{payment}",
            "POST /account/passkeys/{id}/removal",
            "POST /account/sessions/{id}/end",
            "POST /checkout/{payment}/cancellation",
            "GET /account/consents/{id}/signature",
            "POST /account/consents/{id}/signature",
            "GET /account/consents/{id}/revocation",
            "POST /account/consents/{id}/revocation",
            "POST /api/v1/compliance/consent-requests/{consent}/signature",
            "POST /api/v1/compliance/consents/{consent}/revocation",
            "POST /wallet/methods/{id}/removal");

    /** Paths whose variable names a creator or a work that anybody who is signed in may choose; what is kept of it is theirs. */
    private static final Set<String> OF_ANYBODY = Set.of(
            "GET /creators/{id}/confirmation",
            "POST /creators/{id}/pass",
            "POST /creators/{id}/tips",
            "GET /watch/{id}/purchase",
            "POST /watch/{id}/purchase",
            "POST /creators/{id}/follow",
            "POST /creators/{id}/unfollow",
            "PUT /api/v1/follows/{creator}",
            "DELETE /api/v1/follows/{creator}",
            "PUT /api/v1/history/{work}",
            "DELETE /api/v1/history/{work}",
            "POST /history/{work}/removal");

    @Test
    void everyPathThatNamesAThingOfSomebodysIsKnown() {
        Set<String> known = new TreeSet<>(OWNED);
        known.addAll(OF_ANYBODY);
        assertThat(endpoints().stream()
                        .filter(endpoint -> endpoint.path().contains("{") && !endpoint.anyone())
                        .filter(endpoint ->
                                endpoint.roles().isEmpty() && endpoint.owner().isEmpty())
                        .map(endpoint -> endpoint.method() + " " + endpoint.path()))
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void nobodyTouchesWhatIsAnothers() {
        TestShop shop = new TestShop(program);
        SignedInUser creator = program.users().creator();
        SignedInUser owner = program.users().fan();
        HttpAnswer payment = shop.tip(owner, creator, "500");
        shop.card(payment, TestShop.PAYS, true);
        shop.settled(owner, payment);
        String method = firstId(owner, "/api/v1/payment-methods");
        String session = firstId(owner, "/api/v1/sessions");
        String passkey = passkey(owner);
        SignedInUser stranger = program.users().fan();
        List<String> let = new ArrayList<>();
        for (Endpoint endpoint : endpoints()) {
            if (OWNED.contains(endpoint.method() + " " + endpoint.path())) {
                String id = endpoint.path().contains("payment-methods")
                                || endpoint.path().contains("/wallet/")
                        ? method
                        : endpoint.path().contains("passkeys")
                                ? passkey
                                : endpoint.path().contains("sessions") ? session : payment.text("id");
                int status = call(stranger.client(), endpoint, id, "{}").status();
                // A page's form has its own key and token; without them it is refused before anything is looked up.
                boolean page = !endpoint.path().startsWith("/api/");
                if (status != 404 && !(page && endpoint.changes() && status / 100 == 4)) {
                    let.add(endpoint.row() + " -> " + status);
                }
            }
        }
        assertThat(let).isEmpty();
        assertThat(firstId(owner, "/api/v1/payment-methods")).isEqualTo(method);
        assertThat(firstId(owner, "/api/v1/passkeys")).isEqualTo(passkey);
        owner.client().api("GET", "/api/v1/sessions/current").expect(200);
    }

    private static String firstId(SignedInUser user, String list) {
        JsonNode found = user.client().api("GET", list).expect(200).json();
        return (found.isArray() ? found : found.path("items")).get(0).path("id").asString();
    }

    /** Straight into the table: no device is needed to be refused another's. */
    private String passkey(SignedInUser owner) {
        UUID id = UUID.randomUUID();
        byte[] label = program.bean(Vault.class).seal(UUID.fromString(owner.id()), "identity.passkey.label", "a key");
        JdbcClient.create(program.database().asOwner())
                .sql("""
                        insert into identity.passkey (credential_id, id, account_id, public_key, sign_count, uv_initialized,
                          transports, backup_eligible, backup_state, label, created_at, last_used_at)
                        select decode(md5(:id::text), 'hex'), :id, id, ''::bytea, 0, true, '', false, false, :label,
                          registered_at, registered_at
                        from identity.account where id = cast(:account as uuid)
                        """)
                .param("id", id)
                .param("label", label)
                .param("account", owner.id())
                .update();
        return id.toString();
    }

    @Test
    void answersGarbageWithAProblemAndNeverWithAFault() {
        Map<Role, SignedInUser> people = people();
        List<String> wrong = new ArrayList<>();
        for (Endpoint endpoint : endpoints()) {
            Role role = endpoint.roles().isEmpty() ? Role.FAN : endpoint.roles().getFirst();
            if (!endpoint.endsTheSession() && !endpoint.endless()) {
                wrong.addAll(faults(people.get(role).client(), endpoint));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> faults(ProgramClient client, Endpoint endpoint) {
        List<String> wrong = new ArrayList<>();
        for (String variable : List.of(UUID.randomUUID().toString(), "garbage", "%27%20or%201=1", "-1")) {
            for (String body : endpoint.changes() ? GARBAGE : List.of("")) {
                int status = call(client, endpoint, variable, body).status();
                boolean refused = status >= 400 && status < 500;
                // What needs no body and no variable has nothing that could be garbage.
                boolean nothingToRefuse = status < 400;
                if (!refused && !nothingToRefuse) {
                    wrong.add(endpoint.row() + " " + variable + " " + body + " -> " + status);
                }
            }
        }
        return wrong;
    }

    /** To a page as a form with a key, for nothing else comes as far as the handler and its roles. */
    private static HttpAnswer call(ProgramClient client, Endpoint endpoint, String variable, String body) {
        boolean form = !endpoint.host().equals("api") || body.startsWith("a=");
        String type = form ? MediaType.APPLICATION_FORM_URLENCODED_VALUE : MediaType.APPLICATION_JSON_VALUE;
        String fields = body.startsWith("a=") ? body : "a=" + URLEncoder.encode(body, StandardCharsets.UTF_8);
        String sent = form ? fields + "&_key=" + UUID.randomUUID() : body;
        return client.send(
                endpoint.method(),
                endpoint.host(),
                endpoint.filled(variable),
                endpoint.changes() ? type : null,
                endpoint.changes() ? sent : null);
    }

    /** One person of each role, with all factors that the role needs. */
    private Map<Role, SignedInUser> people() {
        Map<Role, SignedInUser> people = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            people.put(
                    role,
                    switch (role) {
                        case FAN -> program.users().fan();
                        case CREATOR -> program.users().creator();
                        default -> program.users().staff(role);
                    });
        }
        return people;
    }

    private List<Endpoint> endpoints() {
        return handlers()
                .flatMap(entry -> endpoints(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Stream<Map.Entry<RequestMappingInfo, HandlerMethod>> handlers() {
        // The dispatcher knows its handlers from its first request on.
        program.client().get("tube", "/");
        return program.bean(DispatcherServlet.class).getHandlerMappings().stream()
                .filter(RequestMappingHandlerMapping.class::isInstance)
                .map(RequestMappingHandlerMapping.class::cast)
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("network.fanz."));
    }

    private static Stream<Endpoint> endpoints(RequestMappingInfo info, HandlerMethod handler) {
        Access access = access(handler);
        if (access == null) {
            return Stream.empty();
        }
        boolean endless = info.getProducesCondition().getProducibleMediaTypes().contains(MediaType.TEXT_EVENT_STREAM);
        return methods(info)
                .flatMap(method -> info.getPatternValues().stream()
                        .map(path -> new Endpoint(
                                method,
                                host(handler),
                                path,
                                List.of(access.value()),
                                access.anyone(),
                                access.beforeSecondFactor(),
                                access.freshProof(),
                                access.owner(),
                                endless)));
    }

    private static Stream<String> methods(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() ? Stream.of("GET") : methods.stream().map(RequestMethod::name);
    }

    private static Access access(HandlerMethod handler) {
        Access onMethod = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Access.class);
        return onMethod != null
                ? onMethod
                : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Access.class);
    }

    private static String host(HandlerMethod handler) {
        OnBrands onMethod = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), OnBrands.class);
        OnBrands onBrands = onMethod != null
                ? onMethod
                : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), OnBrands.class);
        return onBrands == null
                ? "api"
                : Stream.concat(
                                Arrays.stream(onBrands.value()),
                                Arrays.stream(onBrands.audience()).flatMap(AccessMatrixTest::brandsFor))
                        .map(Brand::label)
                        .findFirst()
                        .orElse("api");
    }

    private static Stream<Brand> brandsFor(Brand.Audience audience) {
        return Arrays.stream(Brand.values()).filter(brand -> brand.audience() == audience);
    }
}
