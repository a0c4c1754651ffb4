package network.fanz.finance.ledger;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import network.fanz.common.Steady;
import network.fanz.finance.currency.CountedInCurrency;
import network.fanz.platform.events.Events;
import network.fanz.platform.health.ReadinessCheck;
import network.fanz.platform.jobs.Job;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the ledger to the program's connection pool. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerSettings.class)
class LedgerConfiguration {
    private static final Duration HAND_POSTINGS_EVERY = Duration.ofSeconds(30);

    @Bean
    Ledger ledger(DataSource source, @Steady Clock clock, Events events, LedgerSettings settings) {
        Ledger ledger = new Ledger(source, clock, events, settings);
        ledger.startSweeping(settings.sweepEvery().toMillis());
        return ledger;
    }

    @Bean
    Job handPostingsLeftHalfWay(HandPostings handPostings) {
        return new Job("ledger.hand-postings", HAND_POSTINGS_EVERY, handPostings::finishAndLapse);
    }

    @Bean
    CountedInCurrency ledgerScale(Ledger ledger) {
        return ledger::contradiction;
    }

    @Bean
    HealthIndicator moneyHealthIndicator(Ledger ledger) {
        return new ReadinessCheck("money", ledger::checkHealth);
    }
}
