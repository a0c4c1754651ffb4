package network.fanz.security.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.common.Origin;
import network.fanz.testing.RunningFanz;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many payments in the same moment are judged as if they had come one after the other. */
@Tag("database")
class ConcurrentAssessmentTest {
    private final RunningFanz program = RunningFanz.shared();
    private final Fraud fraud = program.bean(Fraud.class);

    @Test
    void theSamePaymentAskedManyTimesAtOnceHasOneScore() throws Exception {
        AccountId fan = new AccountId(UUID.randomUUID());
        RiskAssessmentRequest payment = payment(fan, UUID.randomUUID());
        List<RiskAssessment> verdicts = atOnce(24, number -> payment);
        assertThat(verdicts).hasSize(24).containsOnly(verdicts.getFirst());
        assertThat(count("select count(*) from fraud.assessment where payment = ?", payment.payment()))
                .isEqualTo(1);
    }

    @Test
    void ofManyPaymentsAtOnceNoMoreSlipThroughThanOneByOne() throws Exception {
        AccountId fan = new AccountId(UUID.randomUUID());
        int let = 5;
        List<RiskAssessment> verdicts = atOnce(3 * let, number -> payment(fan, UUID.randomUUID()));
        assertThat(verdicts.stream()
                        .filter(verdict -> verdict.refusal() == null)
                        .count())
                .isEqualTo(let);
        assertThat(verdicts.stream()
                        .filter(verdict -> verdict.refusal() != null)
                        .map(verdict -> verdict.reasons().getFirst().word()))
                .hasSize(2 * let)
                .containsOnly("unfinished_payments");
    }

    private interface Made {
        RiskAssessmentRequest payment(int number);
    }

    private List<RiskAssessment> atOnce(int count, Made made) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<RiskAssessment>> asked = IntStream.range(0, count)
                    .mapToObj(number -> {
                        RiskAssessmentRequest payment = made.payment(number);
                        return threads.submit(() -> fraud.assessTransactionRisk(payment));
                    })
                    .toList();
            List<RiskAssessment> verdicts = new java.util.ArrayList<>();
            for (Future<RiskAssessment> one : asked) {
                verdicts.add(one.get());
            }
            return verdicts;
        }
    }

    private static RiskAssessmentRequest payment(AccountId fan, UUID id) {
        return new RiskAssessmentRequest(
                id,
                fan,
                new AccountId(UUID.randomUUID()),
                Money.of(Asset.USD, 500),
                Clock.systemUTC().instant().minus(Duration.ofDays(90)),
                "DE",
                false,
                new Origin("address-of-" + fan, "agent", "DE", "tube"));
    }

    private long count(String sql, UUID payment) {
        return program.bean(JdbcClient.class)
                .sql(sql)
                .param(payment)
                .query(Long.class)
                .single();
    }
}
