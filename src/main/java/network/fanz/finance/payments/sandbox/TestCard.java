package network.fanz.finance.payments.sandbox;

import java.util.Arrays;
import java.util.Optional;
import network.fanz.finance.payments.spi.CheckoutProgress;
import network.fanz.finance.payments.spi.ProviderDecline;
import org.jspecify.annotations.Nullable;

/** What a test card makes the sandbox's bank do. The number is compared and dropped; the scenario is kept. */
enum TestCard {
    PAYS("4242424242424242", "Visa", "The bank says yes", null),
    NO_FUNDS(
            "4000000000009995",
            "Visa",
            "The bank says no: not enough in the account",
            ProviderDecline.INSUFFICIENT_FUNDS),
    REFUSED("4000000000000002", "Visa", "The bank says no, without a reason", ProviderDecline.CARD_REFUSED),
    FRAUD("4000000000000101", "Visa", "The bank says no: it suspects fraud", ProviderDecline.SUSPECTED_FRAUD),
    NO_ANSWER_THEN_YES("5555555555554444", "Mastercard", "The bank does not answer, and says yes later", null),
    NO_ANSWER_THEN_NO(
            "5105105105105100",
            "Mastercard",
            "The bank does not answer, and says no later",
            ProviderDecline.CARD_REFUSED),
    LATE_MESSAGE("4012888888881881", "Visa", "Yes, but the message comes late", null),
    REPEATED_MESSAGES("4111111111111111", "Visa", "Yes, and each message comes three times", null),
    MIXED_MESSAGES("4222222222222220", "Visa", "Yes, and the older message comes after the newer one", null),
    SLOW_CAPTURE("4000000000006975", "Visa", "Yes, but taking the money is answered too late", null),
    NO_REFUND("4000000000005126", "Visa", "Yes, and a refund is refused for good", null),
    DISPUTED("4000000000000259", "Visa", "Yes, and the buyer disputes it afterwards", null);

    private final String number;
    private final String brand;
    private final String description;
    private final @Nullable ProviderDecline providerDecline;

    TestCard(String number, String brand, String description, @Nullable ProviderDecline providerDecline) {
        this.number = number;
        this.brand = brand;
        this.description = description;
        this.providerDecline = providerDecline;
    }

    /** @param typed as a person types it, with spaces or dashes */
    static Optional<TestCard> of(String typed) {
        String digits = typed.replaceAll("[ -]", "");
        return Arrays.stream(values())
                .filter(each -> each.number.equals(digits))
                .findFirst();
    }

    /** For the vendor's own page: the number in groups of four. */
    String numberInGroups() {
        return number.replaceAll("(.{4})(?!$)", "$1 ");
    }

    String brand() {
        return brand;
    }

    String last4() {
        return number.substring(number.length() - 4);
    }

    String description() {
        return description;
    }

    @Nullable ProviderDecline refusal() {
        return providerDecline;
    }

    /** What the bank says at once. */
    CheckoutProgress firstAnswer() {
        return this == NO_ANSWER_THEN_YES || this == NO_ANSWER_THEN_NO ? CheckoutProgress.UNKNOWN : lastAnswer();
    }

    CheckoutProgress lastAnswer() {
        return providerDecline == null ? CheckoutProgress.AUTHORISED : CheckoutProgress.DECLINED;
    }
}
