package network.fanz.platform.events;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Runs every {@link Subscription} bean. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventSettings.class)
class EventsConfiguration {
    @Bean
    Reader.Stores eventStores(JdbcClient client, PlatformTransactionManager transactions) {
        return new Reader.Stores(
                new EventStore(client), new CursorStore(client), new ParkedStore(client), transactions);
    }

    @Bean
    EventEngine eventEngine(
            EventSettings settings,
            Events events,
            DataSource dataSource,
            Reader.Stores stores,
            Clock clock,
            ObjectProvider<Subscription> subscriptions) {
        return new EventEngine(
                settings,
                events,
                dataSource,
                stores,
                clock,
                subscriptions.orderedStream().toList());
    }

    @Bean
    FailedEvents failedEvents(EventEngine engine, Reader.Stores stores, Events events, Clock clock) {
        return new FailedEvents(engine, stores.parked(), stores.cursors(), events, clock);
    }

    @Bean
    MeterBinder eventMeters(EventEngine engine) {
        return registry -> {
            Gauge.builder(
                            "fanz.events.watermark.age",
                            engine,
                            each -> each.horizon().age().toMillis() / 1000.0)
                    .description("For how long an event may have waited for another transaction to end")
                    .baseUnit("seconds")
                    .register(registry);
            for (Reader reader : engine.readers()) {
                String name = reader.subscription().name();
                Gauge.builder("fanz.events.lag", engine, each -> each.lag(name))
                        .description("Places in the log between a subscription and the last final event")
                        .tag("subscription", name)
                        .register(registry);
                Gauge.builder("fanz.events.failed", engine, each -> each.parked(name))
                        .description("Events that a subscription has set aside")
                        .tag("subscription", name)
                        .register(registry);
            }
        };
    }

    @Bean
    HealthIndicator eventsHealthIndicator(EventEngine engine, EventSettings settings) {
        return () -> {
            boolean late = engine.horizon().age().compareTo(settings.watermarkAgeMax()) > 0;
            boolean stuck = engine.readers().stream()
                    .anyMatch(reader -> engine.failures(reader.subscription().name()) >= 5);
            return (late || stuck ? Health.down() : Health.up())
                    .withDetail("watermarkAgeMillis", engine.horizon().age().toMillis())
                    .build();
        };
    }
}
