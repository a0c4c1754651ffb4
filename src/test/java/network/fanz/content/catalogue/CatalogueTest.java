package network.fanz.content.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.common.Origin;
import network.fanz.finance.payments.Payment;
import network.fanz.finance.payments.events.PaymentRefunded;
import network.fanz.finance.payments.events.PaymentSettled;
import network.fanz.journeys.Purchase;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Passes: what is offered, and until when somebody has what they paid for. */
@Tag("database")
class CatalogueTest {
    private static final Money PRICE = Money.of(Asset.USD, 500);
    private static final Duration LENGTH = Duration.ofDays(Catalogue.PASS_DAYS);

    private final RunningFanz program = RunningFanz.shared();
    private final Catalogue catalogue = program.bean(Catalogue.class);
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final AccountId creator = new AccountId(UUID.randomUUID());
    private final AccountId fan = new AccountId(UUID.randomUUID());
    private final Pass pass = catalogue.offerPass(creator, PRICE, "first");

    @Test
    void whatIsBoughtWhileAPassRunsIsAddedToItsEnd() {
        paid(pass, now.minus(Duration.ofDays(10)));
        paid(pass, now);
        assertThat(end()).isEqualTo(now.minus(Duration.ofDays(10)).plus(LENGTH.multipliedBy(2)));
    }

    @Test
    void whatIsBoughtAfterAPassHasEndedBeginsAtOnce() {
        paid(pass, now.minus(Duration.ofDays(50)));
        paid(pass, now);
        assertThat(end()).isEqualTo(now.plus(LENGTH));
        assertThat(catalogue.supports(fan, creator)).isTrue();
    }

    @Test
    void aPassThatIsOverIsEndedAndOneThatWasGivenBackIsSaidToBe() {
        paid(pass, now.minus(Duration.ofDays(50)));
        UUID back = paid(pass, now);
        refunded(back);
        assertThat(catalogue.library(fan)).singleElement().matches(owned -> owned.ended(now) && !owned.active());
        assertThat(catalogue.returned(fan))
                .singleElement()
                .matches(returned -> returned.payment().equals(back)
                        && returned.creator().equals(creator)
                        && !returned.endedAt().isBefore(now));
    }

    @Test
    void refundingTheFirstOfTwoLeavesTheSecondFromWhenItWasPaid() {
        UUID first = paid(pass, now.minus(Duration.ofDays(1)));
        paid(pass, now);
        paid(pass, now);
        refunded(first);
        assertThat(catalogue.supports(fan, creator)).isTrue();
        assertThat(end()).isEqualTo(now.plus(LENGTH.multipliedBy(2)));
    }

    @Test
    void passesOfOneCreatorDoNotMoveThoseOfAnother() {
        paid(pass, now);
        AccountId another = new AccountId(UUID.randomUUID());
        paid(catalogue.offerPass(another, PRICE, "first"), now);
        assertThat(catalogue.library(fan)).hasSize(2).allSatisfy(owned -> {
            assertThat(owned.from()).isEqualTo(now);
            assertThat(owned.until()).isEqualTo(now.plus(LENGTH));
        });
    }

    @Test
    void anEndIsToldOnceAndOnlyWhereNoOtherPassGoesOn() {
        UUID ended = paid(pass, now.minus(LENGTH).minusSeconds(60));
        program.run("catalogue.pass-ends");
        program.run("catalogue.pass-ends");
        AccountId another = new AccountId(UUID.randomUUID());
        Pass renewed = catalogue.offerPass(another, PRICE, "first");
        UUID first = paid(renewed, now.minus(LENGTH).minusSeconds(60));
        paid(renewed, now.minus(LENGTH).plusSeconds(60));
        UUID back = paid(
                catalogue.offerPass(new AccountId(UUID.randomUUID()), PRICE, "first"),
                now.minus(LENGTH).minusSeconds(60));
        refunded(back);
        UUID longAgo = paid(
                catalogue.offerPass(new AccountId(UUID.randomUUID()), PRICE, "first"),
                now.minus(LENGTH.multipliedBy(2)));
        program.run("catalogue.pass-ends");
        assertThat(endsTold(ended)).isEqualTo(1);
        assertThat(endsTold(first) + endsTold(back) + endsTold(longAgo)).isZero();
    }

    private long endsTold(UUID payment) {
        return program.bean(JdbcClient.class)
                .sql("select count(*) from events.event where type = 'pass_ended' and payload ->> 'payment' = ?")
                .param(payment.toString())
                .query(Long.class)
                .single();
    }

    @Test
    void aPaymentThatComesTwiceGrantsOnce() {
        UUID payment = paid(pass, now);
        paid(payment, pass, now);
        assertThat(catalogue.library(fan)).hasSize(1);
    }

    @Test
    void theSameKeyAndPriceIsTheSamePassAndAnotherPriceIsRefused() {
        assertThat(catalogue.offerPass(creator, PRICE, "first")).isEqualTo(pass);
        assertThatThrownBy(() -> catalogue.offerPass(creator, Money.of(Asset.USD, 600), "first"))
                .isInstanceOf(PassKeyReused.class);
        assertThat(catalogue.passOf(creator)).contains(pass);
    }

    @Test
    void aWithdrawnPassIsNotForSaleAndKeepsItsTimeForWhoBoughtIt() {
        paid(pass, now);
        catalogue.withdrawPass(creator);
        catalogue.withdrawPass(creator);
        assertThat(catalogue.passOf(creator)).isEmpty();
        assertThatThrownBy(() -> catalogue.passOnSale(pass.id())).isInstanceOf(PassNotOffered.class);
        assertThat(catalogue.supports(fan, creator)).isTrue();
        assertThat(catalogue.offerPass(creator, PRICE, "second").id()).isNotEqualTo(pass.id());
    }

    @Test
    void askingAgainWithTheSameKeyFindsThePaymentThoughThePassIsGone() {
        AccountId seller = id(program.users().creator());
        AccountId buyer = id(program.users().fan());
        Pass offered = catalogue.offerPass(seller, PRICE, "first");
        Purchase purchase = program.bean(Purchase.class);
        Origin origin = new Origin("address", "agent", null, "tube");
        Payment first = purchase.pass(buyer, offered.id(), null, null, false, origin, "key");
        catalogue.withdrawPass(seller);
        assertThat(purchase.pass(buyer, offered.id(), null, null, false, origin, "key")
                        .id())
                .isEqualTo(first.id());
        assertThatThrownBy(() -> purchase.pass(buyer, offered.id(), null, null, false, origin, "another key"))
                .isInstanceOf(PassNotOffered.class);
    }

    private UUID paid(Pass what, Instant at) {
        return paid(UUID.randomUUID(), what, at);
    }

    private UUID paid(UUID payment, Pass what, Instant at) {
        Money none = Money.zero(Asset.USD);
        program.bean(TransactionOperations.class)
                .executeWithoutResult(status -> catalogue.grant(new PaymentSettled(
                        payment, fan, what.creator(), "pass", what.id(), PRICE, none, PRICE, "tube", at)));
        return payment;
    }

    private void refunded(UUID payment) {
        Money none = Money.zero(Asset.USD);
        program.bean(TransactionOperations.class)
                .executeWithoutResult(status -> catalogue.revoke(new PaymentRefunded(
                        payment, fan, creator, "pass", pass.id(), PRICE, none, PRICE, "tube", now)));
    }

    private Instant end() {
        return catalogue.library(fan).getFirst().until();
    }

    private static AccountId id(SignedInUser user) {
        return new AccountId(UUID.fromString(user.id()));
    }
}
