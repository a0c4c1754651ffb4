package network.fanz.platform.cardnumbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestShop;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Card numbers are sent everywhere, and afterwards looked for in the whole database and in all that was printed (PCI DSS 3.3). */
@Tag("database")
class CardNumberCanaryTest {
    private static final List<String> CANARIES =
            List.of("4242424242424242", "4000 0025 0000 3155", "3782-822463-10005", "6011111111111117");

    private static final ByteArrayOutputStream PRINTED = new ByteArrayOutputStream();
    private static final PrintStream OUT = System.out;

    private static RunningFanz program;
    private static SignedInUser fan;
    private static SignedInUser creator;

    @BeforeAll
    static void open() {
        System.setOut(new PrintStream(PRINTED, true, StandardCharsets.UTF_8));
        program = RunningFanz.start();
        fan = program.users().fan();
        creator = program.users().creator();
    }

    @AfterAll
    static void close() {
        program.close();
        System.setOut(OUT);
    }

    @Test
    void isRefusedEverywhereAndStoredNowhere() throws SQLException {
        for (String number : CANARIES) {
            inBodies(number);
            inAddressesAndHeaders(number);
            inForms(number);
        }
        onTheVendorsOwnPage();
        assertThat(PRINTED.toString(StandardCharsets.UTF_8))
                .as("what was printed")
                .satisfies(this::holdsNoCanary);
        assertThat(everything()).as("the database").satisfies(this::holdsNoCanary);
    }

    private void inBodies(String number) {
        Map<String, Object> tip = new LinkedHashMap<>();
        tip.put("kind", "tip");
        tip.put("creator", creator.id());
        tip.put("amount", TestShop.usd("500"));
        for (String field : List.copyOf(tip.keySet())) {
            Map<String, Object> body = new LinkedHashMap<>(tip);
            body.put(field, number);
            refused(fan.client().api("POST", "/api/v1/payments", body));
        }
        refused(fan.client().api("POST", "/api/v1/payments", Map.of("note", Map.of("deep", List.of(number)))));
        refused(program.client().api("POST", "/api/v1/sessions", Map.of("email", number, "password", number)));
        refused(program.client()
                .api("POST", "/api/v1/registrations", Map.of("name", "Card " + number, "email", "a@example.org")));
        program.client()
                .send("POST", "api", "/webhooks/sandbox", "application/json", "{\"x\":\"" + number + "\"}")
                .expectProblem(401, "webhook-refused");
        refused(program.client().send("POST", "api", "/api/v1/payments", "text/plain", number));
    }

    private void inAddressesAndHeaders(String number) {
        String encoded = number.replace(" ", "%20");
        refused(fan.client().api("GET", "/api/v1/payments/" + encoded));
        refused(fan.client().api("GET", "/api/v1/passes?creator=" + encoded));
        refused(fan.client().apiWithKey("POST", "/api/v1/payments", Map.of("kind", "tip"), number));
        ProgramClient named = program.client().withHeader("User-Agent", "Browser " + number);
        refused(named.api("GET", "/api/v1/sessions/current"));
    }

    private void inForms(String number) {
        HttpAnswer page = program.client()
                .submit("auth", "/register", Map.of("name", number, "email", "b@example.org", "_key", key()));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("card number").doesNotContain(number);
    }

    /** There it may be typed, and is still not kept. */
    private void onTheVendorsOwnPage() {
        TestShop shop = new TestShop(program);
        HttpAnswer payment = shop.tip(fan, creator, "500").expect(201);
        shop.card(payment, "4000 0025 0000 3155");
        shop.card(payment, "4242424242424242", true);
        assertThat(shop.settled(fan, payment).text("state")).isEqualTo("SETTLED");
    }

    private static void refused(HttpAnswer answer) {
        answer.expectProblem(422, "card-number-refused");
        assertThat(answer.body())
                .satisfies(body -> assertThat(CardNumbers.in(body)).isFalse());
    }

    private void holdsNoCanary(String text) {
        String plain = text.replaceAll("[ -]", "");
        for (String number : CANARIES) {
            assertThat(plain.contains(number.replaceAll("[ -]", ""))).as(number).isFalse();
        }
    }

    /** Every row of every table, as text. */
    private static String everything() throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection connection = program.database().asOwner().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : tables(connection.getMetaData())) {
                try (ResultSet rows = statement.executeQuery("select t::text from " + table + " t")) {
                    while (rows.next()) {
                        all.append(rows.getString(1)).append('\n');
                    }
                }
            }
        }
        assertThat(all.length()).isGreaterThan(10_000);
        return all.toString();
    }

    private static List<String> tables(DatabaseMetaData data) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables = data.getTables(null, null, "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                names.add("\"" + tables.getString("TABLE_SCHEM") + "\".\"" + tables.getString("TABLE_NAME") + "\"");
            }
        }
        return names;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
