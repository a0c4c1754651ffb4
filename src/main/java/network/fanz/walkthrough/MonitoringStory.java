package network.fanz.walkthrough;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Flow 6: security events become alerts, and an address that guesses passwords is really refused. */
final class MonitoringStory implements Walkthrough.Story {
    private static final int GUESSES = 14;

    @Override
    public int number() {
        return 6;
    }

    @Override
    public String name() {
        return "monitoring";
    }

    @Override
    public void walk(Flow flow, Cast cast) {
        Person administrator = cast.administrator();
        ingestion(flow, administrator);
        Person victim = cast.people().fan();
        bruteForce(flow, cast, administrator, victim);
        acknowledgement(flow, administrator);
    }

    private static void ingestion(Flow flow, Person administrator) {
        flow.step("an outside sender reports an event");
        Answer taken = administrator.visitor().api("POST", "/api/v1/security/events", event("MEDIUM"));
        flow.check("ingestSecurityEvent takes it", taken.status() / 100 == 2);
        flow.check(
                "either spelling of an enum is good",
                administrator
                                        .visitor()
                                        .api("POST", "/api/v1/security/events", event("medium"))
                                        .status()
                                / 100
                        == 2);
        administrator
                .visitor()
                .api("POST", "/api/v1/security/events", event("enormous"))
                .expectProblem(422, "invalid-field");
        flow.check("an unknown one is a clear 422", true);
        flow.check(
                "a visitor may not",
                401,
                new People(administrator.visitor().place())
                        .anybody()
                        .api("POST", "/api/v1/security/events", event("medium")));
    }

    private static void bruteForce(Flow flow, Cast cast, Person administrator, Person victim) {
        flow.step("an address guesses passwords");
        String address = "127." + ThreadLocalRandom.current().nextInt(1, 255) + "."
                + ThreadLocalRandom.current().nextInt(1, 255) + ".66";
        Visitor attacker = cast.place().visitorFrom(address);
        for (int i = 0; i < GUESSES; i++) {
            String email = i == 0 ? victim.email() : "guess-" + i + "@example.org";
            attacker.api("POST", "/api/v1/sessions", Map.of("email", email, "password", "a guess of many words " + i));
        }
        flow.eventually(
                "the address is refused sign-in",
                () -> attacker.api(
                                        "POST",
                                        "/api/v1/sessions",
                                        Map.of("email", victim.email(), "password", victim.password()))
                                .status()
                        == 403);
        flow.eventually(
                "an alert is open",
                () -> administrator
                        .visitor()
                        .api("GET", "/api/v1/security/alerts?limit=20")
                        .body()
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains("brute"));
        flow.check(
                "the victim still signs in from elsewhere",
                201,
                cast.place()
                        .visitor()
                        .api(
                                "POST",
                                "/api/v1/sessions",
                                Map.of("email", victim.email(), "password", victim.password())));
        Visitor forger = cast.place().visitorFrom(address).withHeader("X-Forwarded-For", "203.0.113.9");
        flow.check(
                "a forged header does not lift the block",
                403,
                forger.api("POST", "/api/v1/sessions", Map.of("email", victim.email(), "password", victim.password())));
    }

    private static void acknowledgement(Flow flow, Person administrator) {
        flow.step("somebody takes the alert up");
        Answer alerts = administrator.visitor().api("GET", "/api/v1/security/alerts?limit=1");
        String id = alerts.json().path("items").path(0).path("id").asString();
        Answer taken =
                administrator.visitor().api("POST", "/api/v1/security/alerts/" + id + "/acknowledgement", Map.of());
        flow.check("the alert is acknowledged", taken.status() / 100 == 2);
        flow.check(
                "generateSecurityMetrics counts the last 24 hours",
                200,
                administrator.visitor().api("GET", "/api/v1/security/metrics?period=LAST_24H"));
    }

    private static Map<String, Object> event(String severity) {
        Map<String, Object> event = new HashMap<>();
        event.put("source", "external_feed");
        event.put("category", "fraud");
        event.put("severity", severity);
        event.put("title", "Suspicious activity reported");
        event.put("description", "An outside feed reports a pattern");
        event.put("tags", List.of("walkthrough"));
        return event;
    }
}
