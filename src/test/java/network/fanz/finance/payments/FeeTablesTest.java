package network.fanz.finance.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import network.fanz.common.AccountId;
import network.fanz.common.Role;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The operator's fee tables, over the API. */
@Tag("database")
class FeeTablesTest {
    private static RunningFanz program;
    private static SignedInUser finance;

    @BeforeAll
    static void open() {
        program = RunningFanz.start();
        finance = program.users().staff(Role.FINANCE);
    }

    @AfterAll
    static void close() {
        program.close();
    }

    @Test
    void aNewTableIsListedAtOnceAndHoldsLater() {
        finance.client().api("GET", "/api/v1/fees").expect(200);
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        String version = finance.client()
                .api("POST", "/api/v1/fees", fees(1500, tomorrow))
                .expect(201)
                .text("version");
        var listed = finance.client().api("GET", "/api/v1/fees").json();
        assertThat(listed.findValuesAsString("version")).contains(version);
        assertThat(payments().currentFees().version()).isEqualTo(1);
    }

    @Test
    void singleWorksHaveARowOfTheirOwnAndBeforeThatThatOfPasses() {
        var first = finance.client()
                .api("GET", "/api/v1/fees")
                .json()
                .valueStream()
                .filter(table -> table.path("version").asInt() == 1)
                .findFirst()
                .orElseThrow()
                .path("basisPoints");
        assertThat(first.path("ppv").asInt()).isEqualTo(first.path("pass").asInt());
        finance.client()
                .api(
                        "POST",
                        "/api/v1/fees",
                        Map.of(
                                "basisPoints",
                                Map.of("tip", 1, "pass", 1),
                                "effectiveFrom",
                                Instant.now().plus(Duration.ofDays(2)).toString()))
                .expectProblem(422, "invalid-field");
    }

    @Test
    void tablesThatAreSetAtTheSameTimeGetVersionsOfTheirOwn() throws Exception {
        Callable<FeeTable> set = () -> payments()
                .setFees(
                        Map.of(PaymentKind.TIP, 1, PaymentKind.PASS, 2, PaymentKind.PPV, 3),
                        Instant.now().plus(Duration.ofHours(3)),
                        new AccountId(UUID.fromString(finance.id())));
        try (ExecutorService both = Executors.newFixedThreadPool(8)) {
            List<Future<FeeTable>> tables = both.invokeAll(List.of(set, set, set, set, set, set, set, set));
            assertThat(tables.stream().map(Future::resultNow).map(FeeTable::version))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void refusesTimesThatNobodyCanKeepAndMoreTablesThanNeeded() {
        for (String time : List.of("+300000-01-01T00:00:00Z", "-0044-03-15T00:00:00Z", "2001-01-01T00:00:00Z")) {
            finance.client()
                    .api("POST", "/api/v1/fees", Map.of("basisPoints", points(1), "effectiveFrom", time))
                    .expectProblem(422, "invalid-field");
        }
        Instant ahead = Instant.now().plus(Duration.ofDays(9));
        int set = 0;
        while (finance.client().api("POST", "/api/v1/fees", fees(1, ahead)).status() == 201) {
            set++;
        }
        assertThat(set).isBetween(5, 20);
        assertThat(payments().currentFees().version()).isEqualTo(1);
    }

    @Test
    void refusesPeriodsThatNoCalendarHolds() {
        for (String figure : List.of("revenue", "volume", "earnings", "report")) {
            finance.client()
                    .api("GET", "/api/v1/finance/" + figure + "?from=2026-01-01T00:00:00Z&to=%2B300000-01-01T00:00:00Z")
                    .expectProblem(422, "invalid-field");
        }
        finance.client()
                .api(
                        "GET",
                        "/api/v1/analytics/figures/revenue/rows?after=%2B300000-01-01T00:00:00Z_" + UUID.randomUUID())
                .expectProblem(422, "invalid-field");
    }

    private static Map<String, Object> fees(int basisPoints, Instant from) {
        return Map.of("basisPoints", points(basisPoints), "effectiveFrom", from.toString());
    }

    private static Map<String, Object> points(int basisPoints) {
        return Map.of("tip", basisPoints, "pass", basisPoints, "ppv", basisPoints);
    }

    private static Payments payments() {
        return program.bean(Payments.class);
    }
}
