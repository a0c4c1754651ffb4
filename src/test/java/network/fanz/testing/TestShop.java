package network.fanz.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;

/** Buys things in a running program, over its API and the sandbox vendor's card page. */
public final class TestShop {
    public static final String PAYS = "4242 4242 4242 4242";
    public static final String NO_FUNDS = "4000 0000 0000 9995";
    public static final String BANK_SUSPECTS_FRAUD = "4000 0000 0000 0101";
    public static final String ANSWERS_YES_LATER = "5555 5555 5555 4444";
    public static final String ANSWERS_NO_LATER = "5105 1051 0510 5100";
    public static final String LATE_MESSAGE = "4012 8888 8888 1881";
    public static final String REPEATED_MESSAGES = "4111 1111 1111 1111";
    public static final String MIXED_MESSAGES = "4222 2222 2222 2220";
    public static final String SLOW_CAPTURE = "4000 0000 0000 6975";
    public static final String NO_REFUND = "4000 0000 0000 5126";
    public static final String DISPUTED = "4000 0000 0000 0259";

    private final RunningFanz program;

    public TestShop(RunningFanz program) {
        this.program = program;
    }

    public HttpAnswer tip(SignedInUser fan, SignedInUser creator, String units) {
        return tip(fan, creator, units, UUID.randomUUID().toString(), null);
    }

    public HttpAnswer tip(SignedInUser fan, SignedInUser creator, String units, String key, String method) {
        Map<String, Object> body = new HashMap<>();
        body.put("kind", "tip");
        body.put("creator", creator.id());
        body.put("amount", usd(units));
        if (method != null) {
            body.put("method", method);
        }
        return fan.client().apiWithKey("POST", "/api/v1/payments", body, key);
    }

    /** A tip with words. */
    public HttpAnswer tipWith(String message, SignedInUser fan, SignedInUser creator, String key) {
        return fan.client()
                .apiWithKey(
                        "POST",
                        "/api/v1/payments",
                        Map.of("kind", "tip", "creator", creator.id(), "amount", usd("1250"), "message", message),
                        key);
    }

    public HttpAnswer tipWith(String message, SignedInUser fan, SignedInUser creator) {
        return tipWith(message, fan, creator, UUID.randomUUID().toString());
    }

    public HttpAnswer offerPass(SignedInUser creator, String units) {
        return creator.client().api("POST", "/api/v1/passes", Map.of("price", usd(units)));
    }

    public HttpAnswer buyPass(SignedInUser fan, String pass) {
        return fan.client().api("POST", "/api/v1/payments", Map.of("kind", "pass", "pass", pass));
    }

    /** Types a card on the vendor's page, as the buyer's browser. */
    public void card(HttpAnswer payment, String number) {
        card(payment, number, false);
    }

    public void card(HttpAnswer payment, String number, boolean keep) {
        ProgramClient browser = program.client();
        String path = payment.text("nextUrl");
        HttpAnswer page = browser.get("tube", path).expect(200);
        Map<String, String> fields = new HashMap<>(page.hiddenFields(path));
        fields.put("number", number);
        if (keep) {
            fields.put("keep", "true");
        }
        browser.submit("tube", path, fields);
    }

    /** The payment once it no longer moves. */
    public HttpAnswer settled(SignedInUser somebody, HttpAnswer payment) {
        return somebody.client()
                .api("GET", "/api/v1/payments/" + payment.text("id") + "?wait=15")
                .expect(200);
    }

    public HttpAnswer now(SignedInUser somebody, HttpAnswer payment) {
        return somebody.client()
                .api("GET", "/api/v1/payments/" + payment.text("id"))
                .expect(200);
    }

    /** A tip that is paid and booked. */
    public HttpAnswer paidTip(SignedInUser fan, SignedInUser creator, String units) {
        HttpAnswer payment = tip(fan, creator, units).expect(201);
        card(payment, PAYS);
        return settled(fan, payment);
    }

    public static Map<String, String> usd(String units) {
        return Map.of("asset", "USD/2", "amount", units);
    }
}
