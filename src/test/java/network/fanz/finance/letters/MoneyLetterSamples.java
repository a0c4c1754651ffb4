package network.fanz.finance.letters;

import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.content.catalogue.events.WorkTakenDown;
import network.fanz.finance.payments.RefundRequestState;
import network.fanz.finance.payments.TakenBack;
import network.fanz.finance.payments.TipMessage;
import network.fanz.finance.payments.events.PaymentRefunded;
import network.fanz.finance.payments.events.PaymentSettled;
import network.fanz.finance.payments.events.ProviderMessageUnexpected;
import network.fanz.finance.payments.events.RefundRequestMoved;
import network.fanz.testing.SampleLetter;

/** Every letter about money, with made-up people and amounts. */
public final class MoneyLetterSamples {
    private static final String BUYER = "The buyer";
    private static final String CREATOR = "The creator";
    private static final String FINANCE = "Finance staff";
    private static final String DESCRIPTOR = "FNZ*MEDIA";
    private static final String CARD = "Visa ending 4242";
    private static final String PAGE = "https://tube.fanz.example/checkout/…";
    private static final String STAFF_PAGE = "https://dash.fanz.example/finance/payments/…";
    private static final String CHOICES = "https://auth.fanz.example/account/letters";
    private static final String NOORS_NAME = Quoted.name("Noor");
    private static final String INES = Quoted.name("Ines");
    private static final TipMessage HELLO = new TipMessage("That song made my day.");
    private static final UUID PAYMENT = UUID.fromString("0198f2c4-0000-7000-8000-000000000001");
    private static final AccountId FAN = AccountId.of("0198f2c4-0000-7000-8000-000000000002");
    private static final AccountId NOOR = AccountId.of("0198f2c4-0000-7000-8000-000000000003");
    private static final Instant AT = Instant.parse("2026-11-29T18:30:00Z");
    private static final Money PRICE = usd(700);
    private static final Money FEE = usd(140);
    private static final Money SHARE = usd(560);

    private final LetterWords words = new LetterWords(DESCRIPTOR);
    private final SellerLetters sellers = new SellerLetters(DESCRIPTOR);
    private final RequestLetters requests = new RequestLetters(DESCRIPTOR);
    private final List<SampleLetter> all = new ArrayList<>();

    private MoneyLetterSamples() {}

    private static Money usd(long cents) {
        return Money.of(Asset.of("USD/2"), cents);
    }

    public static List<SampleLetter> all() {
        MoneyLetterSamples samples = new MoneyLetterSamples();
        samples.payments();
        samples.takenBack();
        samples.requests();
        return samples.all;
    }

    /** The methods that make a letter, by class and name: each has a sample. */
    public static Set<String> writers() {
        return Stream.of(LetterWords.class, SellerLetters.class, RequestLetters.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.getReturnType() == Letter.class && !Modifier.isPrivate(method.getModifiers()))
                .map(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName())
                .collect(Collectors.toSet());
    }

    private void payments() {
        PaymentSettled tip = new PaymentSettled(PAYMENT, FAN, NOOR, "tip", null, PRICE, FEE, SHARE, "tube", AT);
        PaymentSettled pass = new PaymentSettled(PAYMENT, FAN, NOOR, "pass", PAYMENT, PRICE, FEE, SHARE, "tube", AT);
        PaymentRefunded back = new PaymentRefunded(PAYMENT, FAN, NOOR, "tip", null, PRICE, FEE, SHARE, "tube", AT);
        add("LetterWords.receipt", BUYER, "A payment is booked.", words.receipt(pass, NOORS_NAME, null, CARD, PAGE));
        add(
                "LetterWords.receipt",
                BUYER,
                "A tip with a message is booked.",
                words.receipt(tip, NOORS_NAME, HELLO, CARD, PAGE));
        PaymentSettled work = new PaymentSettled(PAYMENT, FAN, NOOR, "ppv", PAYMENT, PRICE, FEE, SHARE, "tube", AT);
        add(
                "SellerLetters.sale",
                CREATOR,
                "A single work is bought, unless they have switched that off.",
                sellers.sale(work, INES, null, PAGE, CHOICES));
        add(
                "LetterWords.workTakenDown",
                BUYER,
                "A single work that they have bought was taken down.",
                words.workTakenDown(new WorkTakenDown(PAYMENT, PAYMENT, FAN, NOOR, AT), NOORS_NAME, PAGE));
        add("LetterWords.givenBack", BUYER, "A payment was given back.", words.givenBack(back, NOORS_NAME, CARD, PAGE));
        add(
                "SellerLetters.sale",
                CREATOR,
                "A tip is booked, unless they have switched that off.",
                sellers.sale(tip, INES, HELLO, PAGE, CHOICES));
        add(
                "SellerLetters.sale",
                CREATOR,
                "A pass is bought, unless they have switched that off.",
                sellers.sale(pass, INES, null, PAGE, CHOICES));
        add(
                "SellerLetters.saleGivenBack",
                CREATOR,
                "A payment was given back.",
                sellers.saleGivenBack(back, INES, PAGE));
        add(
                "SellerLetters.passEnded",
                CREATOR,
                "A pass has ended and was not bought again, unless they have switched that off.",
                sellers.passEnded(INES, AT, CHOICES));
    }

    private void takenBack() {
        for (TakenBack how : TakenBack.values()) {
            ProviderMessageUnexpected said = new ProviderMessageUnexpected(
                    "sandbox", "evt_1", PAYMENT, "disputed", PRICE, "SETTLED", how.code(), AT);
            add(
                    "LetterWords.takenBack",
                    FINANCE,
                    "The provider says that money goes back without us: " + how.code() + ".",
                    words.takenBack(said, PAYMENT, how, STAFF_PAGE));
        }
    }

    private void requests() {
        for (RefundRequestState state : RefundRequestState.values()) {
            RefundRequestMoved moved =
                    new RefundRequestMoved(PAYMENT, FAN, NOOR, "tip", PRICE, null, state.code(), FAN, "tube", AT);
            if (RequestLetters.TOLD.contains(state)) {
                add(
                        "RequestLetters.toBuyer",
                        BUYER,
                        "A request for a refund is now: " + state.code() + ".",
                        requests.toBuyer(moved, state, PAGE));
            }
            if (state == RefundRequestState.WITH_CREATOR) {
                add(
                        "RequestLetters.toCreator",
                        CREATOR,
                        "A fan asks for a payment back.",
                        requests.toCreator(moved, INES, PAGE));
            }
            if (state == RefundRequestState.WITH_FINANCE) {
                add(
                        "RequestLetters.toFinance",
                        FINANCE,
                        "A request for a refund comes to finance.",
                        requests.toFinance(moved, STAFF_PAGE));
            }
        }
    }

    private void add(String from, String reader, String when, Letter letter) {
        all.add(new SampleLetter(from, reader, when, letter.subject(), letter.text()));
    }
}
