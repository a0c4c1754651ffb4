package network.fanz.web;

import java.util.Map;
import java.util.UUID;
import network.fanz.platform.vault.Vault;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.ProgramClient;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** Something for FanzDash to show: an attack that raised an alert and blocked its address, and an account with events. */
final class Incidents {
    private Incidents() {}

    private static final class SharedAlert {
        static final String ALERT = attack();
    }

    /** The page of an alert with a playbook and the events behind it. */
    static String alert() {
        return "/security/alerts/" + SharedAlert.ALERT;
    }

    static String event() {
        return "/security/events/"
                + administrator()
                        .api("GET", "/api/v1/security/events?category=authentication&severity=medium&limit=1")
                        .json()
                        .path("items")
                        .path(0)
                        .path("id")
                        .asString();
    }

    /** The page of an account with events. */
    static String account() {
        return "/users/" + RunningFanz.shared().users().administrator().id();
    }

    /** The page of an account whose data has been erased. */
    static String erased() {
        String left = RunningFanz.shared().users().fan().id();
        RunningFanz.shared().bean(Vault.class).forget(UUID.fromString(left));
        return "/users/" + left;
    }

    private static String attack() {
        ProgramClient attacker = RunningFanz.shared().clientFrom("127.0.0.77");
        for (int number = 0; number < 12; number++) {
            attacker.api(
                    "POST",
                    "/api/v1/sessions",
                    Map.of("email", UUID.randomUUID() + "@example.org", "password", "not the right sentence"));
        }
        Awaitility.await().until(() -> !bruteForce().isEmpty());
        return bruteForce();
    }

    private static String bruteForce() {
        for (JsonNode alert : administrator()
                .api("GET", "/api/v1/security/alerts?limit=200")
                .json()
                .path("items")) {
            if (alert.path("type").asString().equals("BRUTE_FORCE")) {
                return alert.path("id").asString();
            }
        }
        return "";
    }

    private static ProgramClient administrator() {
        return RunningFanz.shared().users().administrator().client();
    }
}
