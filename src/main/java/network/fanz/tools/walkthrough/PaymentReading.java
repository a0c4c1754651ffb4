package network.fanz.tools.walkthrough;

import java.util.Map;

/** What a fan and a creator read of their payments: the page of each state, and the letters, where those stay on the machine. */
final class PaymentReading {
    private final FlowReport report;
    private final LetterBox box;
    private final SignedInUser fan;
    private final SignedInUser creator;
    private final boolean letters;

    PaymentReading(FlowReport report, FlowUsers users, SignedInUser fan, SignedInUser creator) {
        this.report = report;
        this.box = new LetterBox(users.address().client());
        this.fan = fan;
        this.creator = creator;
        this.letters = box.isHere();
    }

    /** Letters about money go to confirmed addresses only. */
    void confirmAddresses() {
        if (!letters) {
            report.step("letters cannot be read from here, so the walk leaves them out");
            return;
        }
        report.step("fan and creator confirm their addresses by the letters' links");
        confirm("the fan's address is confirmed", fan);
        confirm("the creator's address is confirmed", creator);
    }

    private void confirm(String what, SignedInUser user) {
        String token = report.found("a letter is there", () -> box.token(user.email()));
        report.check(what, 204, user.client().api("POST", "/api/v1/email-verifications", Map.of("token", token)));
    }

    /** The payment's page says this to its buyer. */
    void page(String payment, String says) {
        report.eventually(
                "its page says " + says,
                () -> fan.client()
                        .get("tube", "/checkout/" + payment)
                        .expect(200)
                        .body()
                        .contains(says));
    }

    /** Letters of these subjects have come about the payment. */
    void letters(String payment, String toFan, String toCreator) {
        if (letters) {
            report.eventually("the fan has the letter: " + toFan, () -> came(fan, toFan, payment));
            report.eventually("the creator has the letter: " + toCreator, () -> came(creator, toCreator, payment));
        }
    }

    private boolean came(SignedInUser to, String subject, String payment) {
        return box.letter(to.email(), subject, payment).isPresent();
    }
}
