package network.fanz.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import network.fanz.finance.ledger.AccountCode;
import network.fanz.finance.ledger.Ledger;
import network.fanz.finance.ledger.LedgerAccount;
import network.fanz.testing.PassingClock;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestShop;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The provider or its bank takes too long: what may have been taken stays held until it is known. */
@Tag("database")
class SlowProviderTest {
    private static final long SHARE = 800;
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(5);
    private static final int LOOKS = 3;
    private static final PassingClock CLOCK = new PassingClock();

    private static RunningFanz program;
    private static TestShop shop;

    @BeforeAll
    static void open() {
        program = RunningFanz.at(
                CLOCK,
                "--fanz.sandbox.payments.call-timeout=3s",
                "--fanz.sandbox.payments.resolves-after=20m",
                "--fanz.payments.retry-delay=" + BETWEEN_LOOKS,
                "--fanz.payments.retry-delay-max=" + BETWEEN_LOOKS,
                "--fanz.payments.job-period=500ms");
        shop = new TestShop(program);
    }

    @AfterAll
    static void close() {
        program.close();
    }

    @Test
    void aCaptureWithoutAnAnswerKeepsItsHoldAndIsTakenOnce() {
        SignedInUser creator = program.users().creator();
        SignedInUser fan = program.users().fan();
        HttpAnswer payment = shop.tip(fan, creator, "1000").expect(201);
        shop.card(payment, TestShop.SLOW_CAPTURE);
        await().until(() -> state(fan, payment).equals("AUTHORISED"));
        assertThat(earnings(creator).pendingCredits()).isEqualTo(SHARE);
        CLOCK.pass(BETWEEN_LOOKS);
        await().until(() -> state(fan, payment).equals("SETTLED"));
        assertThat(earnings(creator).balance().units()).isEqualTo(SHARE);
        assertThat(earnings(creator).pendingCredits()).isZero();
    }

    @Test
    void anUnknownOutcomeKeepsItsHoldHoweverOftenTheJobAsks() {
        SignedInUser creator = program.users().creator();
        SignedInUser fan = program.users().fan();
        HttpAnswer payment = shop.tip(fan, creator, "1000").expect(201);
        shop.card(payment, TestShop.ANSWERS_NO_LATER);
        await().until(() -> state(fan, payment).equals("UNKNOWN"));
        for (int look = 0; look < LOOKS; look++) {
            long before = looks(payment);
            CLOCK.pass(BETWEEN_LOOKS);
            await().until(() -> looks(payment) > before);
        }
        await().during(Duration.ofSeconds(1))
                .until(() -> state(fan, payment).equals("UNKNOWN")
                        && earnings(creator).pendingCredits().longValueExact() == SHARE);
        CLOCK.pass(BETWEEN_LOOKS.multipliedBy(2));
        await().until(() -> state(fan, payment).equals("DECLINED"));
        assertThat(earnings(creator).pendingCredits()).isZero();
        assertThat(earnings(creator).balance().isZero()).isTrue();
    }

    private static String state(SignedInUser fan, HttpAnswer payment) {
        return shop.now(fan, payment).text("state");
    }

    /** How often the job has asked what became of it. */
    private static long looks(HttpAnswer payment) {
        return program.bean(JdbcClient.class)
                .sql("select attempts from payments.payment where id = ?")
                .param(UUID.fromString(payment.text("id")))
                .query(Long.class)
                .single();
    }

    private static LedgerAccount earnings(SignedInUser creator) {
        return program.bean(Ledger.class).accountsOf(creator.id()).stream()
                .filter(account -> account.code() == AccountCode.CREATOR_EARNINGS)
                .findFirst()
                .orElseThrow();
    }
}
