package network.fanz.platform.events;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import network.fanz.platform.health.PartHealth;
import network.fanz.platform.jobs.Job;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Runs every {@link Subscription} bean. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventSettings.class)
class EventsConfiguration {
    private static final Duration FORGET_EVERY = Duration.ofMinutes(1);

    @Bean
    SubscriptionRunner.EventStores eventStores(
            JdbcClient client, Events events, PlatformTransactionManager transactions) {
        return new SubscriptionRunner.EventStores(
                new EventStore(client), new CursorStore(client), new ParkedStore(client), events, transactions);
    }

    @Bean
    EventDispatcher eventDispatcher(
            EventSettings settings,
            Events events,
            DataSource dataSource,
            SubscriptionRunner.EventStores stores,
            Clock clock,
            ObjectProvider<Subscription> subscriptions) {
        return new EventDispatcher(
                settings,
                events,
                dataSource,
                stores,
                clock,
                subscriptions.orderedStream().toList());
    }

    @Bean
    ParkedEvents parkedEvents(
            EventDispatcher dispatcher, SubscriptionRunner.EventStores stores, Events events, Clock clock) {
        return new ParkedEvents(dispatcher, stores.parked(), stores.cursors(), events, clock);
    }

    @Bean
    MeterBinder eventMeters(EventDispatcher dispatcher) {
        return registry -> {
            Gauge.builder(
                            "fanz.events.watermark.age",
                            dispatcher,
                            each -> each.watermark().age().toMillis() / 1000.0)
                    .description("For how long an event may have waited for another transaction to end")
                    .baseUnit("seconds")
                    .register(registry);
            for (SubscriptionRunner runner : dispatcher.runners()) {
                String name = runner.subscription().name();
                Gauge.builder("fanz.events.lag", dispatcher, each -> each.lag(name))
                        .description("Places in the log between a subscription and the last final event")
                        .tag("subscription", name)
                        .register(registry);
                Gauge.builder(
                                "fanz.events.delay",
                                dispatcher,
                                each -> each.delay(name).toMillis() / 1000.0)
                        .description("For how long a subscription has had something to do")
                        .baseUnit("seconds")
                        .tag("subscription", name)
                        .register(registry);
                Gauge.builder("fanz.events.failed", dispatcher, each -> each.parkedCount(name))
                        .description("Events that a subscription has parked")
                        .tag("subscription", name)
                        .register(registry);
            }
        };
    }

    @Bean
    Job forgetPassingEvents(EventDispatcher dispatcher) {
        return new Job("events.forget", FORGET_EVERY, dispatcher::forgetPassing);
    }

    @Bean
    DeliveryReporter deliveryReporter(EventDispatcher dispatcher, EventSettings settings) {
        return new DeliveryReporter(dispatcher, settings);
    }

    @Bean
    HealthIndicator eventsHealthIndicator(DeliveryReporter reporter) {
        return new PartHealth(reporter);
    }
}
