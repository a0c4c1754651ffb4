package network.fanz.tools.sample;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.UnexpectedAnswer;
import tools.jackson.databind.JsonNode;

/** A fan at the till: asks to pay, gives a card where the provider's page wants one, and stays until the payment has ended. */
final class SampleCheckout {
    private static final Set<String> ENDS = Set.of("SETTLED", "DECLINED");
    /** Declined by our own rules, which may be so whatever the card. */
    private static final Set<String> OWN_RULES =
            Set.of("fraud_risk", "refused_cards", "refused_cards_nearby", "spending_limit", "unfinished_payments");

    private static final int WAIT_SECONDS = 5;

    private final ProgramClient client;
    private String payment = "";

    SampleCheckout(ProgramClient client) {
        this.client = client;
    }

    /**
     * @param card the number to give if one is asked for
     * @param good whether its bank says yes; then the provider is asked to keep it
     * @return whether it was settled
     * @throws UnexpectedAnswer if the payment did not end, or not as its card does
     */
    boolean pay(Map<String, Object> asked, String card, boolean good) {
        HttpAnswer made = client.api("POST", "/api/v1/payments", asked);
        if (made.status() / 100 != 2) {
            made.expect(201);
        }
        payment = made.text("id");
        if (!asked.containsKey("method") && !ENDS.contains(made.text("state"))) {
            give(card, good, SampleIdleWait.await("the page of payment " + payment, this::page));
        }
        JsonNode end = SampleIdleWait.await(
                "payment " + payment + " to end",
                () -> Optional.of(state(WAIT_SECONDS))
                        .filter(state -> ENDS.contains(state.path("state").asString())));
        boolean settled = end.path("state").asString().equals("SETTLED");
        if (settled != good && !OWN_RULES.contains(end.path("reason").asString(""))) {
            throw new UnexpectedAnswer("payment " + payment + " ended as " + end);
        }
        return settled;
    }

    /** The payment that was made. */
    String payment() {
        return payment;
    }

    /** The card that the provider has just kept. */
    String savedCard() {
        HttpAnswer cards = client.api("GET", "/api/v1/payment-methods").expect(200);
        String id = cards.json().path(0).path("id").asString("");
        if (id.isEmpty()) {
            throw new UnexpectedAnswer("the card was not kept: " + cards);
        }
        return id;
    }

    private void give(String card, boolean keep, String page) {
        HttpAnswer form = client.get("api", page).expect(200);
        HttpAnswer after = client.submitForm(form, form.path(), Map.of("number", card, "keep", Boolean.toString(keep)));
        if (after.path().equals(form.path())) {
            throw new UnexpectedAnswer("the page did not take the card: " + after);
        }
    }

    private Optional<String> page() {
        return Optional.of(state(0).path("nextUrl").asString("")).filter(page -> !page.isEmpty());
    }

    private JsonNode state(int waitSeconds) {
        return client.api("GET", "/api/v1/payments/" + payment + "?wait=" + waitSeconds)
                .expect(200)
                .json();
    }
}
