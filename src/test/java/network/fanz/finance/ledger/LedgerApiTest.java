package network.fanz.finance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Role;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Tag("database")
class LedgerApiTest {
    private static RunningFanz program;
    private static ProgramClient finance;
    private static ProgramClient second;
    private static SignedInUser fan;

    @BeforeAll
    static void begin() {
        program = RunningFanz.shared();
        finance = program.users().staff(Role.FINANCE).client();
        second = program.users().staff(Role.FINANCE).client();
        fan = program.users().fan();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/ledger/trial-balance",
                "/api/v1/ledger/journal",
                "/api/v1/ledger/accounts?owner=x",
                "/api/v1/ledger/verification"
            })
    void onlyFinanceReadsTheBooks(String path) {
        program.client().api("GET", path).expectProblem(401, "sign-in-needed");
        fan.client().api("GET", path).expectProblem(403, "forbidden");
        program.users().staff(Role.MODERATOR).client().api("GET", path).expectProblem(403, "forbidden");
        finance.api("GET", path).expect(200);
    }

    @Test
    void onlyFinanceWritesInThem() {
        Map<String, Object> posting = posting(UUID.randomUUID(), 1, 2, "1");
        program.client().api("POST", "/api/v1/ledger/transactions", posting).expectProblem(401, "sign-in-needed");
        fan.client().api("POST", "/api/v1/ledger/transactions", posting).expectProblem(403, "forbidden");
    }

    @Test
    void recordsATransactionAndFindsItEverywhere() {
        long bank = open("bank-" + UUID.randomUUID(), "BANK", "NONE");
        long wallet = open(UUID.randomUUID().toString(), "ADJUSTMENTS", "CREDIT");
        UUID id = UUID.randomUUID();
        JsonNode recorded = record(posting(id, bank, wallet, "1250"));
        assertThat(recorded.path("state").asString()).isEqualTo("RECORDED");
        JsonNode line = finance.api("GET", "/api/v1/ledger/accounts/" + wallet + "/statement")
                .expect(200)
                .json()
                .path("items")
                .path(0);
        assertThat(line.path("balance").path("amount").asString()).isEqualTo("1250");
        assertThat(line.path("posting").asString())
                .isEqualTo(recorded.path("posting").asString());
        assertThat(line.path("keeper").asString()).isEqualTo("HAND");
        recorded = finance.api(
                        "GET", "/api/v1/ledger/journal/" + line.path("seq").asLong())
                .expect(200)
                .json();
        assertThat(recorded.path("sound").asBoolean()).isTrue();
        assertThat(recorded.path("entries")).hasSize(2);
        JsonNode block = finance.api(
                        "GET",
                        "/api/v1/ledger/blocks/"
                                + recorded.path("block").path("height").asLong())
                .expect(200)
                .json();
        assertThat(block.path("sound").asBoolean()).isTrue();
        assertThat(finance.api("GET", "/api/v1/ledger/journal?account=" + wallet)
                        .expect(200)
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(finance.api("GET", "/api/v1/ledger/verification")
                        .expect(200)
                        .json()
                        .path("sound")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aRejectionIsAnOutcomeAndAnotherRequestUnderItsIdIsNot() {
        long bank = open("bank-" + UUID.randomUUID(), "BANK", "NONE");
        long wallet = open(UUID.randomUUID().toString(), "ADJUSTMENTS", "CREDIT");
        UUID id = UUID.randomUUID();
        assertThat(record(posting(id, wallet, bank, "1")).path("refusal").asString())
                .isEqualTo("INSUFFICIENT_FUNDS");
        finance.api("POST", "/api/v1/ledger/transactions", posting(id, wallet, bank, "2"))
                .expectProblem(409, "hand-posting-differs");
        assertThat(record(posting(id, wallet, bank, "1")).path("refusal").asString())
                .isEqualTo("INSUFFICIENT_FUNDS");
    }

    @Test
    void anAccountThatWouldBeginBelowItsMinimumIsRefused() {
        finance.api(
                        "POST",
                        "/api/v1/ledger/accounts",
                        Map.of(
                                "ownerId",
                                "x",
                                "code",
                                "ADJUSTMENTS",
                                "asset",
                                "USD/2",
                                "side",
                                "CREDIT",
                                "minimum",
                                "1"))
                .expectProblem(422, "invalid-field");
    }

    @Test
    void aPostingIsInTheLogBeforeItIsInTheBooks() {
        long bank = open("bank-" + UUID.randomUUID(), "BANK", "NONE");
        UUID id = UUID.randomUUID();
        record(posting(id, bank, open(UUID.randomUUID().toString(), "ADJUSTMENTS", "CREDIT"), "1"));
        ProgramClient administrator = program.users().administrator().client();
        await().untilAsserted(() -> assertThat(administrator
                        .api("GET", "/api/v1/audit?subject=hand-posting:" + id)
                        .json()
                        .path("items")
                        .valueStream()
                        .map(entry -> entry.path("details").path("state").asString()))
                .containsExactly("recorded", "approved", "proposed"));
    }

    @Test
    void isAudited() {
        long wallet = open(UUID.randomUUID().toString(), "ADJUSTMENTS", "CREDIT");
        finance.api("POST", "/api/v1/ledger/accounts/" + wallet + "/freeze").expect(200);
        ProgramClient administrator = program.users().administrator().client();
        await().untilAsserted(() -> assertThat(administrator
                        .api("GET", "/api/v1/audit?subject=ledger-account:" + wallet)
                        .json()
                        .path("items")
                        .valueStream()
                        .map(entry -> entry.path("name").asString()))
                .containsExactly("ledger.freeze", "ledger.create-account"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "nonsense",
                "{\"id\":\"x\"}",
                "{\"id\":\"0198e0a0-0000-7000-8000-000000000001\",\"kind\":\"POST\",\"legs\":[],\"reason\":\"t\"}",
                "{\"id\":\"0198e0a0-0000-7000-8000-000000000001\",\"kind\":\"GIVE\"}",
                "{\"id\":\"0198e0a0-0000-7000-8000-000000000001\",\"kind\":\"POST\",\"legs\":[{\"debit\":1,\"credit\":1,\"amount\":{\"asset\":\"USD/2\",\"amount\":\"1\"},\"code\":1}],\"reason\":\"t\"}",
                "{\"id\":\"0198e0a0-0000-7000-8000-000000000001\",\"kind\":\"POST\",\"legs\":[{\"debit\":1,\"credit\":2,\"amount\":{\"asset\":\"USD/2\",\"amount\":\"-1\"},\"code\":1}],\"reason\":\"t\"}",
                "{\"id\":\"0198e0a0-0000-7000-8000-000000000001\",\"kind\":\"POST\",\"legs\":[{\"debit\":1,\"credit\":2,\"amount\":{\"asset\":\"USD/2\",\"amount\":\"1e400\"},\"code\":1}],\"reason\":\"t\"}",
                "{\"id\":\"0198e0a0-0000-7000-8000-000000000001\",\"kind\":\"POST\",\"legs\":[{\"debit\":1,\"amount\":{\"asset\":\"USD/2\",\"amount\":\"1\"},\"code\":1}],\"reason\":\"t\"}",
                "{\"id\":\"0198e0a0-0000-7000-8000-000000000001\",\"kind\":\"POST\",\"legs\":[{\"debit\":1,\"credit\":2,\"code\":1}],\"reason\":\"t\"}",
                "{\"id\":\"0198e0a0-0000-7000-8000-000000000001\",\"kind\":\"POST\",\"legs\":[{\"debit\":1,\"credit\":2,\"amount\":{\"asset\":\"USD/2\"},\"code\":1}],\"reason\":\"t\"}",
                "{\"id\":\"0198e0a0-0000-7000-8000-000000000001\",\"kind\":\"POST\",\"legs\":[{\"debit\":1,\"credit\":2,\"amount\":{\"asset\":\"USD/2\",\"amount\":12.50},\"code\":1}],\"reason\":\"t\"}",
                "{\"id\":\"0198e0a0-0000-7000-8000-000000000001\",\"kind\":\"POST\",\"legs\":[null],\"reason\":\"t\"}"
            })
    void garbageIsRefusedWithAProblem(String body) {
        assertThat(finance.send("POST", "api", "/api/v1/ledger/transactions", "application/json", body)
                        .status())
                .isBetween(400, 422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/ledger/journal?kind=GIVE",
                "/api/v1/ledger/journal?account=x",
                "/api/v1/ledger/journal?from=yesterday",
                "/api/v1/ledger/journal?to=%2B300000-01-01T00:00:00Z",
                "/api/v1/ledger/journal?after=x",
                "/api/v1/ledger/journal/99999999",
                "/api/v1/ledger/blocks/-1",
                "/api/v1/ledger/blocks/x",
                "/api/v1/ledger/accounts/0/statement",
                "/api/v1/ledger/trial-balance?asOf=x"
            })
    void aWrongAddressIsRefusedWithAProblem(String path) {
        assertThat(finance.api("GET", path).status()).isBetween(400, 422);
    }

    private static JsonNode record(Map<String, Object> posting) {
        finance.api("POST", "/api/v1/ledger/transactions", posting).expect(202);
        return second.api("POST", "/api/v1/ledger/hand-postings/" + posting.get("id") + "/approval")
                .expect(200)
                .json();
    }

    private static long open(String owner, String code, String side) {
        Map<String, String> body = Map.of("ownerId", owner, "code", code, "asset", "USD/2", "side", side);
        return finance.api("POST", "/api/v1/ledger/accounts", body)
                .expect(201)
                .json()
                .path("id")
                .asLong();
    }

    private static Map<String, Object> posting(UUID id, long debit, long credit, String amount) {
        Map<String, Object> leg = Map.of(
                "debit", debit, "credit", credit, "amount", Map.of("asset", "USD/2", "amount", amount), "code", 1);
        return Map.of("id", id.toString(), "kind", "POST", "legs", List.of(leg), "reason", "The bank charged twice");
    }
}
