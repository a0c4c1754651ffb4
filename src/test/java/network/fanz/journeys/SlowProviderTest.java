package network.fanz.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import network.fanz.finance.ledger.AccountCode;
import network.fanz.finance.ledger.Ledger;
import network.fanz.finance.ledger.LedgerAccount;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.Shop;
import network.fanz.walkthrough.Answer;
import network.fanz.walkthrough.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The provider or its bank takes too long: what may have been taken stays held until it is known. */
@Tag("database")
class SlowProviderTest {
    private static final long SHARE = 800;

    private static RunningFanz program;
    private static Shop shop;

    @BeforeAll
    static void open() {
        program = RunningFanz.start(
                "--fanz.sandbox.payments.call-timeout=800ms",
                "--fanz.sandbox.payments.resolves-after=5s",
                "--fanz.payments.retry-delay=1s",
                "--fanz.payments.job-period=500ms");
        shop = new Shop(program);
    }

    @AfterAll
    static void close() {
        program.close();
    }

    @Test
    void aCaptureWithoutAnAnswerKeepsItsHoldAndIsTakenOnce() {
        Person creator = program.people().creator();
        Person fan = program.people().fan();
        Answer payment = shop.tip(fan, creator, "1000").expect(201);
        shop.card(payment, Shop.SLOW_CAPTURE);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> shop.now(fan, payment).text("state").equals("AUTHORISED"));
        assertThat(earnings(creator).pendingCredits()).isEqualTo(SHARE);
        assertThat(shop.settled(fan, payment).text("state")).isEqualTo("SETTLED");
        assertThat(earnings(creator).balance().units()).isEqualTo(SHARE);
        assertThat(earnings(creator).pendingCredits()).isZero();
    }

    @Test
    void anUnknownOutcomeKeepsItsHoldHoweverOftenTheJobAsks() {
        Person creator = program.people().creator();
        Person fan = program.people().fan();
        Answer payment = shop.tip(fan, creator, "1000").expect(201);
        shop.card(payment, Shop.ANSWERS_NO_LATER);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> shop.now(fan, payment).text("state").equals("UNKNOWN"));
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(5))
                .until(() -> shop.now(fan, payment).text("state").equals("UNKNOWN")
                        && earnings(creator).pendingCredits().longValueExact() == SHARE);
        assertThat(shop.settled(fan, payment).text("state")).isEqualTo("DECLINED");
        assertThat(earnings(creator).pendingCredits()).isZero();
        assertThat(earnings(creator).balance().isZero()).isTrue();
    }

    private static LedgerAccount earnings(Person creator) {
        return program.bean(Ledger.class).accountsOf(creator.id()).stream()
                .filter(account -> account.code() == AccountCode.CREATOR_EARNINGS)
                .findFirst()
                .orElseThrow();
    }
}
