package network.fanz.finance.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.common.Role;
import network.fanz.content.catalogue.events.PassEnded;
import network.fanz.finance.payments.events.PaymentSettled;
import network.fanz.finance.payments.events.ProviderMessageUnexpected;
import network.fanz.platform.mail.Mailbox;
import network.fanz.platform.mail.MailboxMessage;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestShop;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Who is told of money by letter, and what. */
@Tag("database")
class MoneyLettersTest {
    private static final RunningFanz FANZ = RunningFanz.shared();
    private static final String DESCRIPTOR = "FZ*MEDIA SERVICES: ";

    private final TestShop shop = new TestShop(FANZ);
    private final LetterWriter writer = FANZ.bean(LetterWriter.class);
    private SignedInUser fan;
    private SignedInUser creator;

    @BeforeEach
    void meet() {
        fan = confirmed(FANZ.users().fan("Bea Fan", FANZ.client()));
        creator = confirmed(FANZ.users().creator("Cleo Maker", FANZ.client()));
    }

    @Test
    void whoPaysGetsAReceiptAndWhoIsPaidIsToldOfIt() {
        HttpAnswer paid = shop.paidTip(fan, creator, "1250");
        MailboxMessage receipt = only(fan);
        assertThat(receipt.subject()).isEqualTo(DESCRIPTOR + "receipt for 12.50 USD");
        assertThat(receipt.text())
                .contains("12.50 USD", "Tip for Cleo Maker", "Visa ending 4242", paid.text("id"))
                .contains(".fanz.localhost:" + FANZ.port() + "/checkout/" + paid.text("id"));
        MailboxMessage sale = only(creator);
        assertThat(sale.subject()).isEqualTo(DESCRIPTOR + "10.00 USD for you");
        assertThat(sale.text())
                .contains("Bea Fan has left you a tip.", "12.50 USD", "2.50 USD", "/account/letters")
                .doesNotContain(fan.email(), "4242");
    }

    @Test
    void aLetterIsWrittenOnceHoweverOftenAndFromHoweverManySidesItsEventComes() {
        PaymentSettled paid = settled(Instant.now());
        IntStream.range(0, 8).parallel().forEach(time -> deliver(() -> writer.paid(paid)));
        only(fan);
        only(creator);
    }

    @Test
    void bothAreToldOfMoneyThatWentBackThoughTheCreatorWantsNoOtherNews() {
        switchOff("tip", "pass", "pass_ended");
        HttpAnswer paid = shop.paidTip(fan, creator, "800");
        creator.client()
                .api("POST", "/api/v1/payments/" + paid.text("id") + "/refund")
                .expect(200);
        FANZ.settle();
        assertThat(delivered(fan, 2).getFirst().subject()).isEqualTo(DESCRIPTOR + "8.00 USD given back");
        assertThat(delivered(fan, 2).getFirst().text()).contains("Goes back to    Visa ending 4242");
        assertThat(only(creator).text()).contains("from Bea Fan was given back", "6.40 USD, your share of it");
    }

    @Test
    void whatIsSwitchedOnAgainIsToldAgain() {
        switchOff("tip");
        deliver(() -> writer.paid(settled(Instant.now())));
        switchOff();
        deliver(() -> writer.paid(settled(Instant.now())));
        only(creator);
        assertThat(creator.client().get("auth", "/account/letters").expect(200).body())
                .contains("name=\"tip\" value=\"true\" checked");
    }

    @Test
    void anAddressThatNobodyHasConfirmedGetsNoLetter() {
        SignedInUser stranger = FANZ.users().fan();
        HttpAnswer paid = shop.paidTip(stranger, creator, "300");
        only(creator);
        assertThat(letters(stranger)).isEmpty();
        assertThat(stranger.client()
                        .get("tube", "/checkout/" + paid.text("id"))
                        .expect(200)
                        .body())
                .contains("Receipt", "Visa ending 4242", paid.text("id"));
    }

    @Test
    void whatIsLongPastIsNoNews() {
        deliver(() -> writer.paid(settled(Instant.now().minus(Duration.ofDays(8)))));
        deliver(() -> writer.paid(settled(Instant.now().minus(Duration.ofDays(6)))));
        only(fan);
    }

    @Test
    void theCreatorIsToldThatAPassHasEnded() {
        PassEnded ended = new PassEnded(UUID.randomUUID(), id(fan), id(creator), Instant.now());
        deliver(() -> writer.passEnded(ended));
        deliver(() -> writer.passEnded(ended));
        assertThat(only(creator).text()).contains("The supporter pass of Bea Fan ended on");
        assertThat(only(creator).subject()).isEqualTo(DESCRIPTOR + "the time of something you sold is over");
    }

    @Test
    void financeIsToldOfADisputeAndOfNothingElseThatAProviderSays() {
        SignedInUser finance = confirmed(FANZ.users().staff(Role.FINANCE));
        UUID payment = UUID.randomUUID();
        deliver(() -> writer.takenBack(said(payment, null)));
        deliver(() -> writer.takenBack(said(payment, "disputed")));
        deliver(() -> writer.takenBack(said(payment, "disputed")));
        List<MailboxMessage> told = delivered(finance, 1).stream()
                .filter(letter -> letter.text().contains(payment.toString()))
                .toList();
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

    /** The one letter about money that somebody has, once everything is written and delivered. */
    private static MailboxMessage only(SignedInUser somebody) {
        FANZ.settle();
        List<MailboxMessage> all = delivered(somebody, 1);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static List<MailboxMessage> delivered(SignedInUser somebody, int least) {
        return await().until(
                        () -> {
                            FANZ.run("mail.deliver");
                            return letters(somebody);
                        },
                        found -> found.size() >= least);
    }

    private static List<MailboxMessage> letters(SignedInUser somebody) {
        return FANZ.bean(Mailbox.class).messages(null).items().stream()
                .filter(letter -> letter.about().equals(UUID.fromString(somebody.id())))
                .filter(letter -> letter.subject().startsWith(DESCRIPTOR))
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
