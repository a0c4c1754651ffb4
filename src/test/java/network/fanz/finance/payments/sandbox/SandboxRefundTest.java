package network.fanz.finance.payments.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import network.fanz.common.Asset;
import network.fanz.common.Forbidden;
import network.fanz.common.Money;
import network.fanz.finance.payments.spi.CheckoutProgress;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestShop;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The vendor gives back what it captured, once, and knows a refund by its id. */
@Tag("database")
class SandboxRefundTest {
    private static final Money PRICE = Money.of(Asset.of("USD/2"), 700);
    private static final Money MORE = Money.of(Asset.of("USD/2"), 701);

    private final RunningFanz program = RunningFanz.shared();
    private final SandboxVendor vendor = program.bean(SandboxVendor.class);

    @Test
    void theSameRefundAskedAgainIsAnsweredAsItWas() {
        String session = paid(TestShop.PAYS);
        UUID refund = UUID.randomUUID();
        assertThat(refunded(session, refund)).isEqualTo(CheckoutProgress.REFUNDED);
        assertThat(refunded(session, refund)).isEqualTo(CheckoutProgress.REFUNDED);
        assertThatThrownBy(() -> vendor.refund(session, refund, MORE)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> refunded(paid(TestShop.PAYS), refund)).isInstanceOf(Forbidden.class);
    }

    @Test
    void anotherRefundFindsNothingLeft() {
        String session = paid(TestShop.PAYS);
        refunded(session, UUID.randomUUID());
        assertThatThrownBy(() -> refunded(session, UUID.randomUUID())).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> vendor.refund(paid(TestShop.PAYS), UUID.randomUUID(), MORE))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void whatWasRefusedForGoodStaysRefused() {
        String session = paid(TestShop.NO_REFUND);
        UUID refund = UUID.randomUUID();
        assertThat(refunded(session, refund)).isEqualTo(CheckoutProgress.REFUND_REFUSED);
        assertThat(refunded(session, refund)).isEqualTo(CheckoutProgress.REFUND_REFUSED);
    }

    private CheckoutProgress refunded(String session, UUID refund) {
        return vendor.refund(session, refund, PRICE).status().progress();
    }

    private String paid(String card) {
        TestShop shop = new TestShop(program);
        SignedInUser fan = program.users().fan();
        HttpAnswer payment = shop.tip(fan, program.users().creator(), "700").expect(201);
        shop.card(payment, card);
        assertThat(shop.settled(fan, payment).text("state")).isEqualTo("SETTLED");
        return program.bean(JdbcClient.class)
                .sql("select session from payments.payment where id = ?")
                .param(UUID.fromString(payment.text("id")))
                .query(String.class)
                .single();
    }
}
