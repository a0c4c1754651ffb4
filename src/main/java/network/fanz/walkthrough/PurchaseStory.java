package network.fanz.walkthrough;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Role;
import tools.jackson.databind.JsonNode;

/** Flow 3: a fan pays a creator: accepted, declined by the bank, declined for fraud, unknown and resolved later, given back. */
final class PurchaseStory implements Walkthrough.Story {
    private static final String PAYS = "4242 4242 4242 4242";
    private static final String NO_FUNDS = "4000 0000 0000 9995";
    private static final String NO_ANSWER_THEN_YES = "5555 5555 5555 4444";
    private static final int VELOCITY = 14;

    @Override
    public int number() {
        return 3;
    }

    @Override
    public String name() {
        return "purchase";
    }

    @Override
    public void walk(Flow flow, Cast cast) {
        Person creator = cast.people().creator();
        Person fan = cast.people().fan();
        BigInteger before = earnings(creator);
        String tip = accepted(flow, fan, creator);
        cardNumber(flow, cast);
        declined(flow, fan, creator);
        BigInteger shares = unknown(flow, fan, creator).add(pass(flow, fan, creator));
        refunded(flow, cast, fan, creator, tip);
        fraud(flow, cast, creator);
        books(flow, cast, creator, before.add(shares));
    }

    private static String accepted(Flow flow, Person fan, Person creator) {
        flow.step("a fan tips a creator 12.50 USD");
        String key = UUID.randomUUID().toString();
        Answer made = fan.visitor().apiWithKey("POST", "/api/v1/payments", tip(creator, "1250"), key);
        flow.check("processTransaction makes a payment", made.status() == 201 || made.status() == 202);
        Answer again = fan.visitor().apiWithKey("POST", "/api/v1/payments", tip(creator, "1250"), key);
        flow.check("a retry is the same payment", again.text("id").equals(made.text("id")));
        card(flow, fan, made, PAYS);
        JsonNode payment = settled(flow, fan, made.text("id"), "SETTLED");
        BigInteger sum = amount(payment, "fee").add(amount(payment, "share"));
        flow.check("fee and creator's share are the price", sum.equals(amount(payment, "price")));
        return made.text("id");
    }

    /** In a field that takes any text, so that nothing but the look for card numbers can refuse it. */
    private static void cardNumber(Flow flow, Cast cast) {
        Map<String, Object> somebody = RegistrationStory.person();
        somebody.put("name", PAYS);
        cast.place().visitor().api("POST", "/api/v1/registrations", somebody).expectProblem(422, "card-number-refused");
        flow.check("a card number in a field of ours is refused", true);
    }

    private static void declined(Flow flow, Person fan, Person creator) {
        flow.step("the bank says no");
        Answer made = fan.visitor().api("POST", "/api/v1/payments", tip(creator, "700"));
        card(flow, fan, made, NO_FUNDS);
        JsonNode payment = settled(flow, fan, made.text("id"), "DECLINED");
        flow.check(
                "the reason is insufficient_funds",
                payment.path("reason").asString().equals("insufficient_funds"));
    }

    private static BigInteger unknown(Flow flow, Person fan, Person creator) {
        flow.step("the bank does not answer, and says yes later");
        Answer made = fan.visitor().api("POST", "/api/v1/payments", tip(creator, "900"));
        card(flow, fan, made, NO_ANSWER_THEN_YES);
        flow.eventually(
                "the payment is UNKNOWN", () -> state(fan, made.text("id")).equals("UNKNOWN"));
        return amount(settled(flow, fan, made.text("id"), "SETTLED"), "share");
    }

    private static BigInteger pass(Flow flow, Person fan, Person creator) {
        flow.step("a fan buys the creator's 30-day pass");
        Answer offered = creator.visitor()
                .api("POST", "/api/v1/passes", Map.of("price", Map.of("asset", "USD/2", "amount", "999"), "days", 30));
        flow.check("the creator offers a pass", offered.status() / 100 == 2);
        Answer made = fan.visitor()
                .api(
                        "POST",
                        "/api/v1/payments",
                        Map.of("kind", "pass", "creator", creator.id(), "pass", offered.text("id")));
        flow.check(
                "processTransaction takes its price from the catalogue",
                amount(made.json(), "price").equals(BigInteger.valueOf(999)));
        card(flow, fan, made, PAYS);
        JsonNode payment = settled(flow, fan, made.text("id"), "SETTLED");
        flow.eventually("the library shows it for thirty days", () -> lastsThirtyDays(fan, made.text("id")));
        return amount(payment, "share");
    }

    private static boolean lastsThirtyDays(Person fan, String payment) {
        for (JsonNode owned : fan.visitor().api("GET", "/api/v1/library").json()) {
            if (owned.path("payment").asString().equals(payment)) {
                Instant from = Instant.parse(owned.path("from").asString());
                return owned.path("active").asBoolean()
                        && from.plus(Duration.ofDays(30))
                                .equals(Instant.parse(owned.path("until").asString()));
            }
        }
        return false;
    }

    private static void refunded(Flow flow, Cast cast, Person fan, Person creator, String tip) {
        flow.step("finance gives the tip back");
        flow.check(
                "the fan cannot do it",
                403,
                fan.visitor().api("POST", "/api/v1/payments/" + tip + "/refund", Map.of()));
        Person finance = cast.staff(Role.FINANCE);
        flow.check(
                "finance can",
                finance.visitor()
                                        .api("POST", "/api/v1/payments/" + tip + "/refund", Map.of())
                                        .status()
                                / 100
                        == 2);
        settled(flow, fan, tip, "REFUNDED");
    }

    private static void fraud(Flow flow, Cast cast, Person creator) {
        flow.step("a new fan pays faster than people do");
        Person fan = cast.people().fan();
        String state = "";
        String reason = "";
        for (int i = 0; i < VELOCITY && !reason.equals("fraud_risk"); i++) {
            JsonNode made = fan.visitor()
                    .api("POST", "/api/v1/payments", tip(creator, "45000"))
                    .json();
            state = made.path("state").asString();
            reason = made.path("reason").asString("");
        }
        flow.check("it is declined with fraud_risk", state.equals("DECLINED") && reason.equals("fraud_risk"));
        Person analyst = cast.administrator();
        flow.eventually(
                "an alert stands in FanzDash",
                () -> analyst.visitor()
                        .api("GET", "/api/v1/security/alerts?limit=50")
                        .body()
                        .contains(fan.id()));
    }

    private static void books(Flow flow, Cast cast, Person creator, BigInteger due) {
        flow.step("the books agree");
        Person finance = cast.staff(Role.FINANCE);
        Answer balance = finance.visitor().api("GET", "/api/v1/ledger/trial-balance");
        flow.check("the trial balance answers", 200, balance);
        flow.check("every asset's debits are its credits", isBalanced(balance.json()));
        flow.check(
                "the creator has the shares of 9.00 and 9.99, and nothing of the tip that went back",
                earnings(creator).equals(due));
        JsonNode verified = finance.visitor()
                .api("GET", "/api/v1/ledger/verification")
                .expect(200)
                .json();
        flow.check(
                "the chain of blocks verifies",
                verified.path("sound").asBoolean() && verified.path("blocks").asLong() > 0);
    }

    private static boolean isBalanced(JsonNode assets) {
        for (JsonNode asset : assets) {
            if (!amount(asset, "debits").equals(amount(asset, "credits"))) {
                return false;
            }
        }
        return !assets.isEmpty();
    }

    private static void card(Flow flow, Person fan, Answer made, String number) {
        Answer page = fan.visitor().get("api", made.text("nextUrl"));
        flow.check("the provider shows its card page", 200, page);
        fan.visitor().fill(page, made.text("nextUrl"), Map.of("number", number));
    }

    private static JsonNode settled(Flow flow, Person fan, String payment, String wanted) {
        flow.eventually("the payment is " + wanted, () -> state(fan, payment).equals(wanted));
        return fan.visitor().api("GET", "/api/v1/payments/" + payment).json();
    }

    private static String state(Person fan, String payment) {
        return fan.visitor().api("GET", "/api/v1/payments/" + payment).text("state");
    }

    private static BigInteger earnings(Person creator) {
        JsonNode wallet = creator.visitor().api("GET", "/api/v1/wallet").json();
        return new BigInteger(wallet.path("earnings").path("amount").asString());
    }

    private static BigInteger amount(JsonNode payment, String field) {
        return new BigInteger(payment.path(field).path("amount").asString());
    }

    private static Map<String, Object> tip(Person creator, String amount) {
        Map<String, Object> tip = new HashMap<>();
        tip.put("kind", "tip");
        tip.put("creator", creator.id());
        tip.put("amount", Map.of("asset", "USD/2", "amount", amount));
        return tip;
    }
}
