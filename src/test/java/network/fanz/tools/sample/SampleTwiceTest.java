package network.fanz.tools.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.fanz.common.AccountId;
import network.fanz.common.Page;
import network.fanz.finance.ledger.Ledger;
import network.fanz.finance.ledger.TrialBalance;
import network.fanz.finance.payments.Payment;
import network.fanz.finance.payments.PaymentFilter;
import network.fanz.finance.payments.Payments;
import network.fanz.insight.analytics.Analytics;
import network.fanz.insight.analytics.DashboardPeriod;
import network.fanz.insight.analytics.Figure;
import network.fanz.security.fraud.Fraud;
import network.fanz.security.fraud.RiskAssessment;
import network.fanz.security.identity.Account;
import network.fanz.security.identity.Identity;
import network.fanz.security.monitoring.AlertFilter;
import network.fanz.security.monitoring.Monitoring;
import network.fanz.security.monitoring.SecurityAlert;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestFolders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two samples that end at the same instant are the same to whoever looks at them, and say that they are samples. */
@Tag("journey")
class SampleTwiceTest {
    private static final Instant END = Instant.parse("2026-11-20T04:00:00Z");
    private static final int DAYS = 6;

    @Test
    void theSameEndMakesTheSameSampleToTheMinute() {
        SampleSnapshot first = made(END);
        SampleSnapshot second = made(END);
        assertThat(second.people()).isEqualTo(first.people());
        assertThat(second.payments()).isEqualTo(first.payments());
        assertThat(second.alerts()).isEqualTo(first.alerts());
        assertThat(second.figures()).isEqualTo(first.figures());
        assertThat(second.balances()).isEqualTo(first.balances());
        assertThat(first.payments()).hasSizeGreaterThan(DAYS).anyMatch(line -> line.contains("DECLINED"));
        assertThat(first.alerts()).anyMatch(line -> line.contains("brute_force"));
        assertThat(first.figures())
                .anySatisfy(figure -> assertThat(figure.value()).isPositive());
        assertThat(first.balances()).isNotEmpty();
    }

    private record SampleSnapshot(
            List<String> people,
            List<String> payments,
            List<String> alerts,
            List<Figure> figures,
            List<TrialBalance> balances) {}

    private static SampleSnapshot made(Instant end) {
        Path folder = TestFolders.forPostgres("sample-twice");
        Clock real = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), end));
        SampleClock clock = new SampleClock(real, Duration.ofDays(DAYS));
        try (RunningFanz program = RunningFanz.in(
                folder.resolve("data"), clock, "--fanz.sample.make=true", "--fanz.sample.days=" + DAYS)) {
            assertThat(program.client().get("tube", "/").body()).contains("This is a sample");
            return new SampleSnapshot(
                    people(program), payments(program), alerts(program), figures(program), balances(program));
        } finally {
            TestFolders.delete(folder);
        }
    }

    private static List<String> people(RunningFanz program) {
        Identity identity = program.bean(Identity.class);
        return pages(after -> identity.accounts(null, after, 50))
                .map(account -> words(
                        account.name(),
                        identity.email(account.id()),
                        account.roles(),
                        account.country(),
                        account.emailVerified(),
                        account.secondFactor(),
                        account.state(),
                        minute(account.registeredAt())))
                .toList();
    }

    private static List<String> payments(RunningFanz program) {
        Identity identity = program.bean(Identity.class);
        Fraud fraud = program.bean(Fraud.class);
        Payments payments = program.bean(Payments.class);
        return pages(after -> payments.find(PaymentFilter.ALL, after, 50))
                .map(payment ->
                        line(payment, identity, fraud.assessment(payment.id()).orElseThrow()))
                .toList();
    }

    private static String line(Payment payment, Identity identity, RiskAssessment assessment) {
        return words(
                name(identity, payment.seller()),
                name(identity, payment.buyer()),
                payment.kind(),
                payment.price(),
                payment.fee(),
                payment.state(),
                payment.reason(),
                minute(payment.createdAt()),
                Optional.ofNullable(payment.settledAt())
                        .map(SampleTwiceTest::minute)
                        .orElse(null),
                assessment.score(),
                assessment.reasons());
    }

    /** Without what an alert says of an address, which is a keyed hash; an account is named. */
    private static List<String> alerts(RunningFanz program) {
        Identity identity = program.bean(Identity.class);
        Monitoring monitoring = program.bean(Monitoring.class);
        return pages(after -> monitoring.alerts(AlertFilter.ALL, after, 50))
                .map(alert -> line(alert, identity, monitoring))
                .toList();
    }

    private static String line(SecurityAlert alert, Identity identity, Monitoring monitoring) {
        AccountId about = alert.userId();
        return words(
                alert.rule(),
                alert.type(),
                alert.severity(),
                alert.title(),
                alert.count(),
                alert.state(),
                about == null ? null : name(identity, about),
                minute(alert.createdAt()),
                monitoring.evidence(alert.id(), null, 200).items().size(),
                monitoring.history(alert.id()).changes().stream()
                        .map(alertHistoryEntry -> alertHistoryEntry.what() + " " + minute(alertHistoryEntry.at()))
                        .toList(),
                monitoring.history(alert.id()).steps().stream()
                        .map(step -> step.step() + " " + minute(step.at()))
                        .toList());
    }

    /** Without the instant at which a period ends: making the second sample took another while. */
    private static List<Figure> figures(RunningFanz program) {
        Analytics analytics = program.bean(Analytics.class);
        return Stream.of(DashboardPeriod.values())
                .flatMap(period -> analytics.executiveDashboardData(period).figures().stream())
                .map(SampleTwiceTest::toTheMinute)
                .toList();
    }

    private static Figure toTheMinute(Figure figure) {
        Instant since = figure.since();
        return new Figure(
                figure.id(),
                figure.title(),
                figure.definition(),
                figure.unit(),
                figure.asset(),
                figure.value(),
                figure.previous(),
                since == null ? null : since.truncatedTo(ChronoUnit.MINUTES),
                figure.comparable(),
                figure.parts(),
                figure.series(),
                figure.previousSeries(),
                figure.rows());
    }

    private static List<TrialBalance> balances(RunningFanz program) {
        return program.bean(Ledger.class).trialBalance();
    }

    private static String name(Identity identity, AccountId account) {
        return identity.account(account).map(Account::name).orElseThrow();
    }

    private static Instant minute(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES);
    }

    private static String words(@Nullable Object... words) {
        return Stream.of(words).map(String::valueOf).collect(Collectors.joining(" · "));
    }

    /** All rows of a list, oldest first. */
    private static <T> Stream<T> pages(Function<@Nullable String, Page<T>> list) {
        List<T> all = new ArrayList<>();
        String after = null;
        do {
            Page<T> page = list.apply(after);
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        return all.reversed().stream();
    }
}
