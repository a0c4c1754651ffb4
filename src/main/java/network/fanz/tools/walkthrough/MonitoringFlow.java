package network.fanz.tools.walkthrough;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;

/** Flow 6: security events become alerts, and an address that guesses passwords is really refused. */
final class MonitoringFlow implements Walkthrough.WalkthroughFlow {
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
    public void walk(FlowReport report, FlowUsers users) {
        SignedInUser administrator = users.administrator();
        ingestion(report, administrator);
        SignedInUser victim = users.users().fan();
        String alert = bruteForce(report, users, administrator, victim);
        acknowledgement(report, administrator, alert);
        metrics(report, administrator);
    }

    private static void ingestion(FlowReport report, SignedInUser administrator) {
        report.step("an outside sender reports an event");
        HttpAnswer taken = administrator.client().api("POST", "/api/v1/security/events", event("MEDIUM"));
        report.check("ingestSecurityEvent takes it", taken.status() / 100 == 2);
        report.check(
                "either spelling of an enum is good",
                administrator
                                        .client()
                                        .api("POST", "/api/v1/security/events", event("medium"))
                                        .status()
                                / 100
                        == 2);
        administrator
                .client()
                .api("POST", "/api/v1/security/events", event("enormous"))
                .expectProblem(422, "invalid-field");
        report.check("an unknown one is a clear 422", true);
        report.check(
                "a visitor may not",
                401,
                new UserFactory(administrator.client().program())
                        .anonymousClient()
                        .api("POST", "/api/v1/security/events", event("medium")));
    }

    private static String bruteForce(
            FlowReport report, FlowUsers users, SignedInUser administrator, SignedInUser victim) {
        report.step("an address guesses passwords");
        String address = "127." + ThreadLocalRandom.current().nextInt(1, 255) + "."
                + ThreadLocalRandom.current().nextInt(1, 255) + ".66";
        List<String> before = bruteForceAlerts(administrator);
        ProgramClient attacker = users.address().clientFrom(address);
        for (int i = 0; i < GUESSES; i++) {
            String email = i == 0 ? victim.email() : "guess-" + i + "@example.org";
            attacker.api("POST", "/api/v1/sessions", Map.of("email", email, "password", "a guess of many words " + i));
        }
        report.eventually(
                "the address is refused sign-in",
                () -> attacker.api(
                                        "POST",
                                        "/api/v1/sessions",
                                        Map.of("email", victim.email(), "password", victim.password()))
                                .status()
                        == 403);
        report.eventually(
                "an alert that was not there is open", () -> !before.containsAll(bruteForceAlerts(administrator)));
        report.check(
                "the victim still signs in from elsewhere",
                201,
                users.address()
                        .client()
                        .api(
                                "POST",
                                "/api/v1/sessions",
                                Map.of("email", victim.email(), "password", victim.password())));
        ProgramClient forger = users.address().clientFrom(address).withHeader("X-Forwarded-For", "203.0.113.9");
        report.check(
                "a forged header does not lift the block",
                403,
                forger.api("POST", "/api/v1/sessions", Map.of("email", victim.email(), "password", victim.password())));
        return bruteForceAlerts(administrator).stream()
                .filter(alert -> !before.contains(alert))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> bruteForceAlerts(SignedInUser administrator) {
        List<String> ids = new ArrayList<>();
        JsonNode alerts = administrator
                .client()
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

    private static void acknowledgement(FlowReport report, SignedInUser administrator, String alert) {
        report.step("somebody takes the alert up");
        String path = "/api/v1/security/alerts/" + alert;
        administrator.client().api("POST", path + "/acknowledgement", Map.of()).expect(200);
        JsonNode taken =
                administrator.client().api("GET", path).expect(200).json().path("alert");
        report.check(
                "the alert says who has acknowledged it",
                taken.path("acknowledgedBy").asString("").equals(administrator.id()));
    }

    private static void metrics(FlowReport report, SignedInUser administrator) {
        JsonNode metrics = administrator
                .client()
                .api("GET", "/api/v1/security/metrics?period=LAST_24H")
                .expect(200)
                .json();
        Instant from = Instant.parse(metrics.at("/period/from").asString());
        report.check(
                "generateSecurityMetrics counts the last 24 hours",
                from.plus(Duration.ofDays(1))
                        .equals(Instant.parse(metrics.at("/period/to").asString())));
        long events = metrics.path("events").asLong();
        report.check("what was reported and guessed is among the events", events >= REPORTED + GUESSES);
        report.check("the severities add up to all events", sum(metrics.path("eventsBySeverity")) == events);
        report.check("the alert is among the alerts", metrics.path("alerts").asLong() >= 1);
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
