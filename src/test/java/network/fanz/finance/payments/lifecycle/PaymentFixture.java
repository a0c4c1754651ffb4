package network.fanz.finance.payments.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.Ids;
import network.fanz.common.Money;
import network.fanz.common.Origin;
import network.fanz.finance.currency.HouseCurrency;
import network.fanz.finance.ledger.AccountCode;
import network.fanz.finance.ledger.Ledger;
import network.fanz.finance.ledger.LedgerAccount;
import network.fanz.finance.ledger.PostingOutcome;
import network.fanz.finance.payments.FeeTable;
import network.fanz.finance.payments.Mover;
import network.fanz.finance.payments.NewPayment;
import network.fanz.finance.payments.PaymentKind;
import network.fanz.finance.payments.PaymentState;
import network.fanz.finance.payments.SaleGate;
import network.fanz.finance.payments.fees.FeeTables;
import network.fanz.finance.payments.methods.PaymentMethods;
import network.fanz.finance.payments.spi.CheckoutProgress;
import network.fanz.finance.payments.spi.CheckoutStatus;
import network.fanz.finance.payments.spi.PaymentProvider;
import network.fanz.platform.events.Events;
import network.fanz.security.audit.Audit;
import network.fanz.security.fraud.Fraud;
import network.fanz.security.identity.Identity;
import network.fanz.testing.RunningFanz;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The payments' machinery of a running program with a vendor in memory, and points at which it can be killed or something comes between. */
final class PaymentFixture {
    static final int PRICE = 1000;
    static final int SHARE = 800;

    private static final FeeTable FEES = new FeeTable(
            1, Instant.EPOCH, Map.of(PaymentKind.TIP, (PRICE - SHARE) * 10_000 / PRICE, PaymentKind.PASS, 0));

    final FailPoints points = new FailPoints();
    final FakeProvider provider = new FakeProvider(points);
    final AccountId seller = new AccountId(UUID.randomUUID());
    final PaymentStore store;
    final PaymentPostings postings;
    final PaymentDriver driver;
    Consumer<PaymentRow> beforeHold = payment -> {};
    Consumer<PaymentRow> beforeBookAgain = payment -> {};

    private final RunningFanz program;
    private final Clock clock = Clock.systemUTC();

    PaymentFixture(RunningFanz program) {
        this.program = program;
        this.store = new PaymentStore(program.bean(JdbcClient.class)) {
            @Override
            Optional<PaymentRow> transition(PaymentRow from, Instant at, Mover mover, List<StateChange> path) {
                return points.around(
                        "move to " + path.getLast().target(), () -> super.transition(from, at, mover, path));
            }
        };
        this.postings = new PaymentPostings(program.bean(Ledger.class)) {
            @Override
            PostingOutcome hold(PaymentRow payment) {
                beforeHold.accept(payment);
                return points.around("hold", () -> super.hold(payment));
            }

            @Override
            PostingOutcome post(PaymentRow payment) {
                return points.around("post", () -> super.post(payment));
            }

            @Override
            PostingOutcome release(PaymentRow payment) {
                return points.around("release", () -> super.release(payment));
            }

            @Override
            PostingOutcome bookAgain(PaymentRow payment) {
                beforeBookAgain.accept(payment);
                return points.around("bookAgain", () -> super.bookAgain(payment));
            }

            @Override
            PostingOutcome reverse(PaymentRow payment) {
                return points.around("reverse", () -> super.reverse(payment));
            }
        };
        this.driver = newDriver();
    }

    /** One more node's. */
    PaymentDriver newDriver() {
        PaymentsSettings settings = program.bean(PaymentsSettings.class);
        PaymentProviders providers = new PaymentProviders(List.<PaymentProvider>of(provider), settings);
        TransitionWriter transitions = transitions();
        return new PaymentDriver(
                store,
                new ChargeSteps(
                        transitions,
                        postings,
                        providers,
                        terms(providers, settings),
                        program.bean(PaymentMethods.class),
                        program.bean(UsedCards.class),
                        settings,
                        clock),
                new RefundSteps(transitions, postings, providers));
    }

    /** Buyers and sellers are ids alone here, so nobody is barred. */
    private PaymentTerms terms(PaymentProviders providers, PaymentsSettings settings) {
        return new PaymentTerms(
                program.bean(Identity.class),
                store,
                new StaticListableBeanFactory().getBeanProvider(SaleGate.class),
                providers,
                program.bean(FeeTables.class),
                settings,
                program.bean(HouseCurrency.class),
                clock) {
            @Override
            Optional<DeclineReason> barredMeanwhile(PaymentRow payment) {
                return Optional.empty();
            }
        };
    }

    TransitionWriter transitions() {
        return new TransitionWriter(
                store,
                program.bean(Fraud.class),
                program.bean(Events.class),
                program.bean(Audit.class),
                program.bean(PaymentsSettings.class),
                program.bean(TransactionOperations.class),
                clock);
    }

    UUID created() {
        return created(new AccountId(UUID.randomUUID()), null, now());
    }

    UUID created(AccountId buyer, @Nullable UUID method, Instant at) {
        UUID id = Ids.derived("test", UUID.randomUUID().toString());
        NewPayment request = new NewPayment(
                buyer,
                seller,
                PaymentKind.TIP,
                null,
                Money.of(Asset.USD, PRICE),
                method,
                new Origin("address", "agent", null, "tube"),
                "key");
        PaymentRow payment = PaymentRow.created(id, request, FEES, FakeProvider.NAME, at);
        assertThat(store.insert(payment, null, at)).isTrue();
        return id;
    }

    /** What happens at the vendor goes on although we are dead; the job asks and goes on from there. */
    void finishByJob(UUID payment) {
        for (int looks = 0; looks < 4; looks++) {
            runJob(Duration.ofHours(1 + looks));
            if (!PaymentTransitions.isFinal(state(payment))) {
                provider.advance(payment);
            }
        }
    }

    void runJob(Duration later) {
        store.takeDue(now().plus(later), 100, Duration.ofSeconds(1), Duration.ofSeconds(2)).stream()
                .filter(payment -> payment.seller().equals(seller))
                .forEach(driver::pollProvider);
    }

    /** @param status what the provider's message says; null if there is none */
    PaymentRow drive(UUID payment, @Nullable CheckoutStatus status) {
        return driver.drive(payment, status, status == null ? Mover.JOB : Mover.message("evt_" + payment));
    }

    void settle(UUID payment) {
        drive(payment, null);
        provider.advance(payment);
        drive(payment, CheckoutStatus.of(CheckoutProgress.AUTHORISED));
    }

    void startRefund(UUID payment) {
        store.transition(
                row(payment), now(), Mover.caller(seller), List.of(new StateChange.RefundStarted(seller, now())));
    }

    PaymentRow row(UUID payment) {
        return store.find(payment).orElseThrow();
    }

    PaymentState state(UUID payment) {
        return row(payment).state();
    }

    long events(String type, UUID payment) {
        return program.bean(JdbcClient.class)
                .sql("select count(*) from events.event where type = ? and key = ?")
                .params(type, payment.toString())
                .query(Long.class)
                .single();
    }

    LedgerAccount earnings() {
        return ledger().accountsOf(seller.toString()).stream()
                .filter(account -> account.code() == AccountCode.CREATOR_EARNINGS)
                .findFirst()
                .orElseThrow();
    }

    Ledger ledger() {
        return program.bean(Ledger.class);
    }

    void assertBooksSound() {
        assertThat(earnings().pendingCredits()).isZero();
        assertThat(ledger().trialBalance()).allMatch(asset -> asset.balanced());
        assertThat(ledger().verify().sound()).isTrue();
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
