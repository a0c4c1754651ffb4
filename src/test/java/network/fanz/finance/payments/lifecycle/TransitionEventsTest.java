package network.fanz.finance.payments.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.fanz.finance.payments.Mover;
import network.fanz.finance.payments.PaymentState;
import network.fanz.testing.RunningFanz;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each transition of the table is made once, and the log has the event that the table names, and no other. */
@Tag("database")
class TransitionEventsTest {
    private static RunningFanz program;

    private final PaymentFixture bench = new PaymentFixture(program);

    /** A program of its own, for the payments are left half-way, and a job that would move them on must rest. */
    @BeforeAll
    static void open() {
        program = RunningFanz.start("--fanz.payments.job-period=1h");
    }

    @AfterAll
    static void close() {
        program.close();
    }

    static List<PaymentTransitions.PaymentTransition> table() {
        return PaymentTransitions.ALL;
    }

    @ParameterizedTest
    @MethodSource("table")
    void emitsWhatTheTableNames(PaymentTransitions.PaymentTransition transition) {
        UUID payment = bench.created();
        for (PaymentTransitions.PaymentTransition step : pathTo(transition.from())) {
            assertThat(bench.store.transition(bench.row(payment), bench.now(), Mover.JOB, List.of(change(step))))
                    .isPresent();
        }
        bench.transitions().transition(bench.row(payment), Mover.JOB, change(transition));
        assertThat(bench.state(payment)).isEqualTo(transition.to());
        assertThat(events(payment))
                .isEqualTo(Stream.ofNullable(transition.eventName()).toList());
    }

    @Test
    void everyChangeHasItsTransition() {
        assertThat(table().stream().map(this::change).map(Object::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(StateChange.class.getPermittedSubclasses());
    }

    private static List<PaymentTransitions.PaymentTransition> pathTo(PaymentState state) {
        if (state == PaymentState.CREATED) {
            return List.of();
        }
        PaymentTransitions.PaymentTransition last =
                table().stream().filter(each -> each.to() == state).findFirst().orElseThrow();
        List<PaymentTransitions.PaymentTransition> path = new ArrayList<>(pathTo(last.from()));
        path.add(last);
        return path;
    }

    private StateChange change(PaymentTransitions.PaymentTransition transition) {
        return Stream.of(
                        new StateChange.CheckoutOpened(UUID.randomUUID().toString(), null, bench.now()),
                        new StateChange.ProviderSilent(bench.now()),
                        new StateChange.Authorised(bench.now()),
                        new StateChange.Posted(bench.now()),
                        new StateChange.Settled(),
                        new StateChange.Declined(DeclineReason.ABANDONED, null),
                        new StateChange.RefundStarted(bench.seller, bench.now()),
                        new StateChange.Refunded(bench.now()),
                        new StateChange.RefundFailed(RefundRefusalReason.NOT_COVERED),
                        new StateChange.RefundFailed(RefundRefusalReason.PROVIDER_REFUSED))
                .filter(change -> change.target() == transition.to() && change.eventType() == transition.event())
                .collect(Collectors.collectingAndThen(Collectors.toList(), found -> {
                    assertThat(found).as(transition.code()).hasSize(1);
                    return found.getFirst();
                }));
    }

    private static List<String> events(UUID payment) {
        return program.bean(JdbcClient.class)
                .sql("select type from events.event where key = ? order by seq")
                .param(payment.toString())
                .query(String.class)
                .list();
    }
}
