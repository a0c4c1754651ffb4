package network.fanz.finance.ledger;

import java.time.Clock;
import javax.sql.DataSource;
import network.fanz.platform.events.Events;
import network.fanz.platform.health.ReadinessCheck;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the ledger to the program's connection pool. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerSettings.class)
class LedgerConfiguration {
    @Bean
    Ledger ledger(DataSource source, Clock clock, Events events, LedgerSettings settings) {
        Ledger ledger = new Ledger(source, clock, events, settings);
        ledger.startSweeping(settings.sweepEvery().toMillis());
        return ledger;
    }

    @Bean
    HealthIndicator moneyHealthIndicator(Ledger ledger) {
        return new ReadinessCheck("money", ledger::checkHealth);
    }
}
