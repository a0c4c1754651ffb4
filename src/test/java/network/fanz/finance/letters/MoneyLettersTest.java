package network.fanz.finance.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.common.Role;
import network.fanz.content.catalogue.events.PassEnded;
import network.fanz.finance.payments.events.PaymentSettled;
import network.fanz.finance.payments.events.ProviderMessageUnexpected;
import network.fanz.finance.payments.events.RefundRequestMoved;
import network.fanz.platform.mail.MailboxMessage;
import network.fanz.testing.Letters;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestShop;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Who is told of money by letter, and what. */
@Tag("database")
class MoneyLettersTest {
    private static final RunningFanz FANZ = RunningFanz.shared();
    private static final String DESCRIPTOR = "FZ*MEDIA SERVICES: ";

    private static SignedInUser fan;
    private static SignedInUser creator;
    private static SignedInUser finance;

    private final TestShop shop = new TestShop(FANZ);
    private final LetterWriter writer = FANZ.bean(LetterWriter.class);

    @BeforeAll
    static void meet() {
        fan = confirmed(FANZ.users().fan("Bea Fan", FANZ.client()));
        creator = confirmed(FANZ.users().creator("Cleo Maker", FANZ.client()));
        finance = confirmed(FANZ.users().staff(Role.FINANCE));
    }

    @AfterEach
    void everythingIsToldAgain() {
        FANZ.bean(MoneyLetters.class).switchOff(id(creator), Set.of());
    }

    @Test
    void whoPaysGetsAReceiptAndWhoIsPaidIsToldOfIt() {
        HttpAnswer paid = shop.paidTip(fan, creator, "1250");
        String payment = paid.text("id");
        MailboxMessage receipt = only(fan, payment);
        assertThat(receipt.subject()).isEqualTo(DESCRIPTOR + "receipt for 12.50 USD");
        assertThat(receipt.text())
                .contains("12.50 USD", "Tip for “Cleo Maker”", "Visa ending 4242", paid.text("id"))
                .contains(".fanz.localhost:" + FANZ.port() + "/checkout/" + paid.text("id"));
        MailboxMessage sale = only(creator, payment);
        assertThat(sale.subject()).isEqualTo(DESCRIPTOR + "10.00 USD for you");
        assertThat(sale.text())
                .contains("“Bea Fan” has left you a tip.", "12.50 USD", "2.50 USD", "/account/letters")
                .doesNotContain(fan.email(), "ending 4242");
    }

    @Test
    void aLetterIsWrittenOnceHoweverOftenAndFromHoweverManySidesItsEventComes() {
        PaymentSettled paid = settled(Instant.now());
        IntStream.range(0, 8).parallel().forEach(time -> deliver(() -> writer.paid(List.of(paid))));
        only(fan, paid.payment().toString());
        only(creator, paid.payment().toString());
    }

    @Test
    void bothAreToldOfMoneyThatWentBackThoughTheCreatorWantsNoOtherNews() {
        switchOff("tip", "pass", "pass_ended");
        HttpAnswer paid = shop.paidTip(fan, creator, "800");
        creator.client()
                .api("POST", "/api/v1/payments/" + paid.text("id") + "/refund")
                .expect(200);
        FANZ.settle();
        String payment = paid.text("id");
        assertThat(delivered(fan, payment, 2).getFirst().subject()).isEqualTo(DESCRIPTOR + "8.00 USD given back");
        assertThat(delivered(fan, payment, 2).getFirst().text()).contains("Goes back to    Visa ending 4242");
        assertThat(only(creator, payment).text())
                .contains("from “Bea Fan” was given back", "6.40 USD, your share of it");
    }

    @Test
    void whatIsSwitchedOnAgainIsToldAgain() {
        switchOff("tip");
        PaymentSettled silent = settled(Instant.now());
        deliver(() -> writer.paid(List.of(silent)));
        switchOff();
        PaymentSettled told = settled(Instant.now());
        deliver(() -> writer.paid(List.of(told)));
        only(creator, told.payment().toString());
        assertThat(letters(creator, silent.payment().toString())).isEmpty();
        assertThat(creator.client().get("auth", "/account/letters").expect(200).body())
                .contains("name=\"tip\" value=\"true\" checked");
    }

    @Test
    void anAddressThatNobodyHasConfirmedGetsNoLetter() {
        SignedInUser stranger = FANZ.users().fan();
        HttpAnswer paid = shop.paidTip(stranger, creator, "300");
        only(creator, paid.text("id"));
        assertThat(letters(stranger, "")).isEmpty();
        assertThat(stranger.client()
                        .get("tube", "/checkout/" + paid.text("id"))
                        .expect(200)
                        .body())
                .contains("Receipt", "Visa ending 4242", paid.text("id"));
    }

    @Test
    void whatIsLongPastIsNoNews() {
        PaymentSettled old = settled(Instant.now().minus(Duration.ofDays(8)));
        PaymentSettled recent = settled(Instant.now().minus(Duration.ofDays(6)));
        deliver(() -> writer.paid(List.of(old)));
        deliver(() -> writer.paid(List.of(recent)));
        only(fan, recent.payment().toString());
        assertThat(letters(fan, old.payment().toString())).isEmpty();
    }

    @Test
    void theCreatorIsToldThatAPassHasEnded() {
        PassEnded ended = new PassEnded(UUID.randomUUID(), id(fan), id(creator), Instant.now());
        deliver(() -> writer.passEnded(ended));
        deliver(() -> writer.passEnded(ended));
        assertThat(only(creator, "The supporter pass of “Bea Fan” ended on").text())
                .contains("Nothing renews");
        assertThat(only(creator, "ended on").subject())
                .isEqualTo(DESCRIPTOR + "the time of something you sold is over");
    }

    @Test
    void whoeverHasToDecideOnARequestIsToldAndTheFanOfEachState() {
        UUID payment = UUID.randomUUID();
        for (String state : List.of("with_creator", "with_creator", "with_finance", "declined", "given_back")) {
            deliver(() -> writer.requestMoved(moved(payment, state)));
        }
        assertThat(only(creator, payment.toString()).text())
                .contains("“Bea Fan” asks to be given a payment to you back");
        assertThat(delivered(fan, payment.toString(), 3))
                .hasSize(3)
                .allSatisfy(
                        letter -> assertThat(letter.subject()).isEqualTo(DESCRIPTOR + "your request about 10.00 USD"));
        assertThat(delivered(fan, payment.toString(), 3).getFirst().text())
                .contains("have declined your request", "/checkout/" + payment);
        assertThat(delivered(finance, payment.toString(), 1))
                .singleElement()
                .satisfies(letter -> assertThat(letter.text()).doesNotContain("Bea Fan", fan.email()));
    }

    private RefundRequestMoved moved(UUID payment, String state) {
        return new RefundRequestMoved(
                payment,
                id(fan),
                id(creator),
                "tip",
                Money.of(Asset.USD, 1000),
                null,
                state,
                null,
                "tube",
                Instant.now());
    }

    @Test
    void financeIsToldOfADisputeAndOfNothingElseThatAProviderSays() {
        UUID payment = UUID.randomUUID();
        deliver(() -> writer.takenBack(said(payment, null)));
        deliver(() -> writer.takenBack(said(payment, "disputed")));
        deliver(() -> writer.takenBack(said(payment, "disputed")));
        List<MailboxMessage> told = delivered(finance, payment.toString(), 1);
        assertThat(told)
                .singleElement()
                .satisfies(letter -> assertThat(letter.text())
                        .contains("takes the money back itself", "12.50 USD", "/finance/payments/" + payment));
    }

    private static ProviderMessageUnexpected said(UUID payment, String takenBack) {
        return new ProviderMessageUnexpected(
                "sandbox", "m1", payment, "dispute", Money.of(Asset.USD, 1250), "settled", takenBack, Instant.now());
    }

    private PaymentSettled settled(Instant at) {
        return new PaymentSettled(
                UUID.randomUUID(),
                id(fan),
                id(creator),
                "tip",
                null,
                Money.of(Asset.USD, 1000),
                Money.of(Asset.USD, 200),
                Money.of(Asset.USD, 800),
                "tube",
                at);
    }

    private static void deliver(Runnable event) {
        FANZ.bean(TransactionOperations.class).executeWithoutResult(status -> event.run());
    }

    private void switchOff(String... news) {
        HttpAnswer page = creator.client().get("auth", "/account/letters").expect(200);
        Map<String, String> wanted = new HashMap<>(page.hiddenFields("/account/letters"));
        List.of("tip", "pass", "pass_ended").stream()
                .filter(each -> !List.of(news).contains(each))
                .forEach(each -> wanted.put(each, "true"));
        creator.client().submit("auth", "/account/letters", wanted);
    }

    /** The one letter that somebody has about this, once everything is written and delivered. */
    private static MailboxMessage only(SignedInUser somebody, String about) {
        FANZ.settle();
        List<MailboxMessage> all = delivered(somebody, about, 1);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static List<MailboxMessage> delivered(SignedInUser somebody, String about, int least) {
        return await().until(
                        () -> {
                            FANZ.run("mail.deliver");
                            return letters(somebody, about);
                        },
                        found -> found.size() >= least);
    }

    private static List<MailboxMessage> letters(SignedInUser somebody, String about) {
        return new Letters(FANZ, somebody.email())
                .all().stream()
                        .filter(letter -> letter.subject().startsWith(DESCRIPTOR)
                                && letter.text().contains(about))
                        .toList();
    }

    private static SignedInUser confirmed(SignedInUser somebody) {
        JdbcClient.create(FANZ.database().asOwner())
                .sql("update identity.account set email_verified_at = registered_at where id = cast(? as uuid)")
                .param(somebody.id())
                .update();
        return somebody;
    }

    private static AccountId id(SignedInUser somebody) {
        return AccountId.of(somebody.id());
    }
}
