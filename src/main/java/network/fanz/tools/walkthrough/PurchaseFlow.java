package network.fanz.tools.walkthrough;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.common.Role;
import tools.jackson.databind.JsonNode;

/** Flow 3: a fan pays a creator: accepted, declined by the bank, stopped when it tests cards, unknown and resolved later, given back. */
final class PurchaseFlow implements Walkthrough.WalkthroughFlow {
    private static final String PAYS = "4242 4242 4242 4242";
    private static final String NO_FUNDS = "4000 0000 0000 9995";
    private static final String NO_ANSWER_THEN_YES = "5555 5555 5555 4444";
    private static final String REFUSED = "4000 0000 0000 0002";
    private static final int REFUSED_CARDS = 3;

    @Override
    public int number() {
        return 3;
    }

    @Override
    public String name() {
        return "purchase";
    }

    @Override
    public void walk(FlowReport report, FlowUsers users) {
        SignedInUser creator = users.users().creator();
        SignedInUser fan = users.users().fan("Somebody", users.address().clientFrom(ownAddress()));
        PaymentReading reading = new PaymentReading(report, users, fan, creator);
        reading.confirmAddresses();
        BigInteger before = earnings(creator);
        String tip = accepted(report, fan, creator);
        String paid = money(fan, 1250).grouped();
        reading.page(tip, "Paid.");
        reading.letters(tip, "receipt for " + paid, " for you");
        cardNumber(report, users);
        reading.page(declined(report, fan, creator), "Declined.");
        BigInteger shares = unknown(report, fan, creator).add(pass(report, fan, creator));
        refunded(report, users, fan, tip);
        reading.page(tip, "This payment was given back in full");
        reading.letters(tip, paid + " given back", paid + " given back");
        fraud(report, users, creator);
        books(report, users, creator, before.add(shares));
    }

    private static String accepted(FlowReport report, SignedInUser fan, SignedInUser creator) {
        report.step("a fan tips a creator " + money(fan, 1250));
        String key = UUID.randomUUID().toString();
        HttpAnswer made = fan.client().apiWithKey("POST", "/api/v1/payments", tip(creator, "1250"), key);
        if (made.status() != 202) {
            made.expect(201);
        }
        report.check("processTransaction makes a payment", true);
        HttpAnswer again = fan.client().apiWithKey("POST", "/api/v1/payments", tip(creator, "1250"), key);
        report.check("a retry is the same payment", again.text("id").equals(made.text("id")));
        card(report, fan, made, PAYS);
        JsonNode payment = settled(report, fan, made.text("id"), "SETTLED");
        BigInteger sum = amount(payment, "fee").add(amount(payment, "share"));
        report.check("fee and creator's share are the price", sum.equals(amount(payment, "price")));
        return made.text("id");
    }

    /** In a field that takes any text, so that nothing but the look for card numbers can refuse it. */
    private static void cardNumber(FlowReport report, FlowUsers users) {
        Map<String, Object> somebody = RegistrationFlow.person();
        somebody.put("name", PAYS);
        users.address()
                .client()
                .api("POST", "/api/v1/registrations", somebody)
                .expectProblem(422, "card-number-refused");
        report.check("a card number in a field of ours is refused", true);
    }

    private static String declined(FlowReport report, SignedInUser fan, SignedInUser creator) {
        report.step("the bank says no");
        HttpAnswer made = fan.client().api("POST", "/api/v1/payments", tip(creator, "700"));
        card(report, fan, made, NO_FUNDS);
        JsonNode payment = settled(report, fan, made.text("id"), "DECLINED");
        report.check(
                "the reason is insufficient_funds",
                payment.path("reason").asString().equals("insufficient_funds"));
        return made.text("id");
    }

    private static BigInteger unknown(FlowReport report, SignedInUser fan, SignedInUser creator) {
        report.step("the bank does not answer, and says yes later");
        HttpAnswer made = fan.client().api("POST", "/api/v1/payments", tip(creator, "900"));
        card(report, fan, made, NO_ANSWER_THEN_YES);
        report.eventually(
                "the payment is UNKNOWN", () -> state(fan, made.text("id")).equals("UNKNOWN"));
        return amount(settled(report, fan, made.text("id"), "SETTLED"), "share");
    }

    static BigInteger pass(FlowReport report, SignedInUser fan, SignedInUser creator) {
        report.step("a fan buys the creator's 30-day pass");
        HttpAnswer offered =
                creator.client().api("POST", "/api/v1/passes", Map.of("price", price(creator, "999"), "days", 30));
        report.check("the creator offers a pass", offered.status() / 100 == 2);
        HttpAnswer made = fan.client()
                .api(
                        "POST",
                        "/api/v1/payments",
                        Map.of("kind", "pass", "creator", creator.id(), "pass", offered.text("id")));
        report.check(
                "processTransaction takes its price from the catalogue",
                amount(made.json(), "price").equals(BigInteger.valueOf(999)));
        card(report, fan, made, PAYS);
        JsonNode payment = settled(report, fan, made.text("id"), "SETTLED");
        report.eventually("the library shows it for thirty days", () -> lastsThirtyDays(fan, made.text("id")));
        return amount(payment, "share");
    }

    private static boolean lastsThirtyDays(SignedInUser fan, String payment) {
        for (JsonNode owned : fan.client().api("GET", "/api/v1/library").json()) {
            if (owned.path("payment").asString().equals(payment)) {
                Instant from = Instant.parse(owned.path("from").asString());
                return owned.path("active").asBoolean()
                        && from.plus(Duration.ofDays(30))
                                .equals(Instant.parse(owned.path("until").asString()));
            }
        }
        return false;
    }

    private static void refunded(FlowReport report, FlowUsers users, SignedInUser fan, String tip) {
        report.step("finance gives the tip back");
        report.check(
                "the fan cannot do it", 403, fan.client().api("POST", "/api/v1/payments/" + tip + "/refund", Map.of()));
        SignedInUser finance = users.staff(Role.FINANCE);
        report.check(
                "finance can",
                finance.client()
                                        .api("POST", "/api/v1/payments/" + tip + "/refund", Map.of())
                                        .status()
                                / 100
                        == 2);
        settled(report, fan, tip, "REFUNDED");
    }

    private static void fraud(FlowReport report, FlowUsers users, SignedInUser creator) {
        report.step("somebody tries one card after another");
        SignedInUser fan = users.users().fan("Somebody", users.address().clientFrom(ownAddress()));
        for (int tried = 0; tried < REFUSED_CARDS; tried++) {
            HttpAnswer made = fan.client().api("POST", "/api/v1/payments", tip(creator, "700"));
            card(report, fan, made, REFUSED);
            settled(report, fan, made.text("id"), "DECLINED");
        }
        JsonNode next = fan.client()
                .api("POST", "/api/v1/payments", tip(creator, "700"))
                .json();
        report.check(
                "the next is declined before a bank is asked",
                next.path("state").asString().equals("DECLINED")
                        && next.path("reason").asString("").equals("refused_cards"));
        SignedInUser analyst = users.administrator();
        report.eventually(
                "an alert stands in FanzDash",
                () -> analyst.client()
                        .api("GET", "/api/v1/security/alerts?limit=50")
                        .body()
                        .contains(fan.id()));
    }

    private static void books(FlowReport report, FlowUsers users, SignedInUser creator, BigInteger due) {
        report.step("the books agree");
        SignedInUser finance = users.staff(Role.FINANCE);
        HttpAnswer balance = finance.client().api("GET", "/api/v1/ledger/trial-balance");
        report.check("the trial balance answers", 200, balance);
        report.check("every asset's debits are its credits", isBalanced(balance.json()));
        report.check(
                "the creator has the shares of the two payments that stand, and nothing of the tip that went back",
                earnings(creator).equals(due));
        JsonNode verified = finance.client()
                .api("GET", "/api/v1/ledger/verification")
                .expect(200)
                .json();
        report.check(
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

    private static void card(FlowReport report, SignedInUser fan, HttpAnswer made, String number) {
        HttpAnswer page = fan.client().get("api", made.text("nextUrl"));
        report.check("the provider shows its card page", 200, page);
        fan.client().submitForm(page, made.text("nextUrl"), Map.of("number", number));
    }

    private static JsonNode settled(FlowReport report, SignedInUser fan, String payment, String wanted) {
        report.eventually("the payment is " + wanted, () -> state(fan, payment).equals(wanted));
        return fan.client().api("GET", "/api/v1/payments/" + payment).json();
    }

    private static String state(SignedInUser fan, String payment) {
        return fan.client().api("GET", "/api/v1/payments/" + payment).text("state");
    }

    /** Refused cards count by address, so each walk has addresses of its own. */
    private static String ownAddress() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "127." + random.nextInt(1, 255) + "." + random.nextInt(1, 255) + ".33";
    }

    private static BigInteger earnings(SignedInUser creator) {
        JsonNode wallet = creator.client().api("GET", "/api/v1/wallet").json();
        return new BigInteger(wallet.path("earnings").path("amount").asString());
    }

    private static BigInteger amount(JsonNode payment, String field) {
        return new BigInteger(payment.path(field).path("amount").asString());
    }

    private static Money money(SignedInUser anybody, long units) {
        Object asset = price(anybody, Long.toString(units)).get("asset");
        return new Money(Asset.of(String.valueOf(asset)), BigInteger.valueOf(units));
    }

    /** In whatever the program counts. */
    private static Map<String, Object> price(SignedInUser anybody, String units) {
        String currency =
                anybody.client().api("GET", "/api/v1/price-bounds").expect(200).text("currency");
        return Map.of("asset", currency, "amount", units);
    }

    private static Map<String, Object> tip(SignedInUser creator, String amount) {
        Map<String, Object> tip = new HashMap<>();
        tip.put("kind", "tip");
        tip.put("creator", creator.id());
        tip.put("amount", price(creator, amount));
        return tip;
    }
}
