package network.fanz.walkthrough;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;

/** Flow 6: security events become alerts, and an address that guesses passwords is really refused. */
final class MonitoringStory implements Walkthrough.Story {
    private static final int REPORTED = 2;
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
        String alert = bruteForce(flow, cast, administrator, victim);
        acknowledgement(flow, administrator, alert);
        metrics(flow, administrator);
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

    private static String bruteForce(Flow flow, Cast cast, Person administrator, Person victim) {
        flow.step("an address guesses passwords");
        String address = "127." + ThreadLocalRandom.current().nextInt(1, 255) + "."
                + ThreadLocalRandom.current().nextInt(1, 255) + ".66";
        List<String> before = bruteForceAlerts(administrator);
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
                "an alert that was not there is open", () -> !before.containsAll(bruteForceAlerts(administrator)));
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
        return bruteForceAlerts(administrator).stream()
                .filter(alert -> !before.contains(alert))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> bruteForceAlerts(Person administrator) {
        List<String> ids = new ArrayList<>();
        JsonNode alerts = administrator
                .visitor()
                .api("GET", "/api/v1/security/alerts?state=open&limit=50")
                .expect(200)
                .json()
                .path("items");
        for (JsonNode alert : alerts) {
            if (alert.path("rule").asString().equals("brute_force")) {
                ids.add(alert.path("id").asString());
            }
        }
        return ids;
    }

    private static void acknowledgement(Flow flow, Person administrator, String alert) {
        flow.step("somebody takes the alert up");
        String path = "/api/v1/security/alerts/" + alert;
        administrator.visitor().api("POST", path + "/acknowledgement", Map.of()).expect(200);
        JsonNode taken =
                administrator.visitor().api("GET", path).expect(200).json().path("alert");
        flow.check(
                "the alert says who has acknowledged it",
                taken.path("acknowledgedBy").asString("").equals(administrator.id()));
    }

    private static void metrics(Flow flow, Person administrator) {
        JsonNode metrics = administrator
                .visitor()
                .api("GET", "/api/v1/security/metrics?period=LAST_24H")
                .expect(200)
                .json();
        Instant from = Instant.parse(metrics.at("/period/from").asString());
        flow.check(
                "generateSecurityMetrics counts the last 24 hours",
                from.plus(Duration.ofDays(1))
                        .equals(Instant.parse(metrics.at("/period/to").asString())));
        long events = metrics.path("events").asLong();
        flow.check("what was reported and guessed is among the events", events >= REPORTED + GUESSES);
        flow.check("the severities add up to all events", sum(metrics.path("eventsBySeverity")) == events);
        flow.check("the alert is among the alerts", metrics.path("alerts").asLong() >= 1);
    }

    private static long sum(JsonNode counts) {
        long sum = 0;
        for (JsonNode count : counts) {
            sum += count.asLong();
        }
        return sum;
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
