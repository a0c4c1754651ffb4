package network.fanz.tools.sample;

import java.util.Map;
import java.util.Optional;
import network.fanz.tools.walkthrough.SignedInUser;
import network.fanz.tools.walkthrough.UserFactory;

/** Of every so many paid payments a fan asks for one back. In turns the creator gives it back, says no, and has not answered yet. */
final class SampleRefunds {
    private static final int ASKED_EVERY = 24;
    private static final int ASKED_FIRST = 5;
    private static final int ANSWERS = 3;

    private final UserFactory userFactory;
    private int paid;

    SampleRefunds(UserFactory userFactory) {
        this.userFactory = userFactory;
    }

    /** A payment has been paid. */
    void paid(String payment, SignedInUser fan, SignedInUser creator) {
        int number = paid++;
        if (number % ASKED_EVERY != ASKED_FIRST) {
            return;
        }
        String requests = "/api/v1/payments/" + payment + "/refund-request";
        fan.client()
                .api("POST", requests, Map.of("reason", "I meant to support somebody else, sorry."))
                .expect(200);
        switch (number / ASKED_EVERY % ANSWERS) {
            case 0 -> giveBack(payment, fan, creator);
            case 1 ->
                userFactory
                        .signInAgain(creator, creator.client())
                        .api("POST", requests + "/decline", Map.of("answer", "The piece was made for you."))
                        .expect(200);
            default -> {}
        }
    }

    private void giveBack(String payment, SignedInUser fan, SignedInUser creator) {
        userFactory
                .signInAgain(creator, creator.client())
                .api("POST", "/api/v1/payments/" + payment + "/refund", Map.of())
                .expect(200);
        SampleIdleWait.await(
                "payment " + payment + " to be given back",
                () -> Optional.of(fan.client()
                                .api("GET", "/api/v1/payments/" + payment)
                                .expect(200)
                                .text("state"))
                        .filter("REFUNDED"::equals));
    }
}
