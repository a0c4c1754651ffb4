package network.fanz.finance.payments.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.Ids;
import network.fanz.common.Money;
import network.fanz.finance.ledger.AccountCode;
import network.fanz.finance.ledger.Ledger;
import network.fanz.finance.ledger.LedgerAccount;
import network.fanz.finance.ledger.Outcome;
import network.fanz.finance.payments.PaymentKind;
import network.fanz.finance.payments.PaymentState;
import network.fanz.finance.payments.methods.Methods;
import network.fanz.finance.payments.spi.PaymentProvider;
import network.fanz.finance.payments.spi.Status;
import network.fanz.platform.events.Events;
import network.fanz.security.audit.Audit;
import network.fanz.security.fraud.Fraud;
import network.fanz.testing.RunningFanz;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The payments' machinery of a running program with a vendor in memory, and points at which it can be killed or something comes between. */
final class Workbench {
    static final int PRICE = 1000;
    static final int SHARE = 800;

    final FailPoints points = new FailPoints();
    final Till till = new Till(points);
    final AccountId seller = new AccountId(UUID.randomUUID());
    final PaymentStore store;
    final Postings postings;
    final PaymentDriver driver;
    Consumer<PaymentRow> beforeHold = payment -> {};
    Consumer<PaymentRow> beforeBookAgain = payment -> {};

    private final RunningFanz program;
    private final Clock clock = Clock.systemUTC();

    Workbench(RunningFanz program) {
        this.program = program;
        this.store = new PaymentStore(program.bean(JdbcClient.class)) {
            @Override
            Optional<PaymentRow> move(PaymentRow from, Instant at, List<Move> path) {
                return points.around("move to " + path.getLast().to(), () -> super.move(from, at, path));
            }
        };
        this.postings = new Postings(program.bean(Ledger.class)) {
            @Override
            Outcome hold(PaymentRow payment) {
                beforeHold.accept(payment);
                return points.around("hold", () -> super.hold(payment));
            }

            @Override
            Outcome post(PaymentRow payment) {
                return points.around("post", () -> super.post(payment));
            }

            @Override
            Outcome release(PaymentRow payment) {
                return points.around("release", () -> super.release(payment));
            }

            @Override
            Outcome bookAgain(PaymentRow payment) {
                beforeBookAgain.accept(payment);
                return points.around("bookAgain", () -> super.bookAgain(payment));
            }

            @Override
            Outcome reverse(PaymentRow payment) {
                return points.around("reverse", () -> super.reverse(payment));
            }
        };
        this.driver = newDriver();
    }

    /** One more node's. */
    PaymentDriver newDriver() {
        PaymentsSettings settings = program.bean(PaymentsSettings.class);
        Providers providers = new Providers(List.<PaymentProvider>of(till), settings);
        Moves moves = moves();
        return new PaymentDriver(
                store,
                new Charges(moves, postings, providers, program.bean(Methods.class), settings, clock),
                new GiveBack(moves, postings, providers));
    }

    Moves moves() {
        return new Moves(
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
        Money price = Money.of(Asset.USD, PRICE);
        PaymentRow payment = PaymentRow.created(
                id,
                buyer,
                seller,
                PaymentKind.TIP,
                null,
                price,
                price.minus(Money.of(Asset.USD, SHARE)),
                1,
                Till.NAME,
                method,
                "tube",
                at);
        assertThat(store.insert(payment, at)).isTrue();
        return id;
    }

    /** What happens at the vendor goes on although we are dead; the job asks and goes on from there. */
    void finishedByTheJob(UUID payment) {
        for (int looks = 0; looks < 4; looks++) {
            jobLooks(Duration.ofHours(1 + looks));
            if (!PaymentTransitions.isFinal(state(payment))) {
                till.goOn(payment);
            }
        }
    }

    void jobLooks(Duration later) {
        store.due(now().plus(later), 100, Duration.ofSeconds(1), Duration.ofSeconds(2)).stream()
                .filter(payment -> payment.seller().equals(seller))
                .forEach(driver::ask);
    }

    void settled(UUID payment) {
        driver.drive(payment, null);
        till.goOn(payment);
        driver.drive(payment, Status.of(Status.Progress.AUTHORISED));
    }

    void refundIsAskedFor(UUID payment) {
        store.move(row(payment), now(), List.of(Move.to(PaymentState.REFUNDING, now())));
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

    void nothingIsHeldOrMissing() {
        assertThat(earnings().pendingCredits()).isZero();
        assertThat(ledger().trialBalance()).allMatch(asset -> asset.balanced());
        assertThat(ledger().verify().sound()).isTrue();
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
