package network.fanz.security.ratelimit;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import network.fanz.platform.jobs.Job;
import network.fanz.platform.vault.Vault;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** The filters and their order: origin first of all, limits before the security chain, the account's limits right behind it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({LimitSettings.class, HttpSettings.class})
class LimitConfiguration {
    private static final int BEFORE_SECURITY = Ordered.HIGHEST_PRECEDENCE + 100;
    /** The security chain stands at -100. */
    private static final int BEHIND_SECURITY = -90;

    @Bean
    LimitStore limitStore(DataSource connections) {
        return new LimitStore(connections);
    }

    @Bean
    Limiter limiter(LimitStore store, MeterRegistry metrics) {
        return new Limiter(store, metrics, System::nanoTime);
    }

    @Bean
    Job limitsSweepJob(LimitStore store, BlockStore blocks, LimitSettings settings, Clock clock) {
        return new Job("ratelimit.sweep", Duration.ofMinutes(1), () -> {
            store.sweep();
            blocks.deleteEndedBefore(clock.instant().minus(settings.blocksKept()));
        });
    }

    @Bean
    KnownCallers knownCallers() {
        return new KnownCallers(System::nanoTime);
    }

    @Bean
    FilterRegistrationBean<OriginFilter> originFilter(HttpSettings settings, Vault vault, Environment environment) {
        OriginFilter filter = new OriginFilter(
                ClientAddress.behind(settings.trustedProxies()),
                new Countries(settings.countryTable(), System::nanoTime),
                vault,
                environment.getProperty("fanz.web.parent-domain", "fanz.localhost"),
                environment.acceptsProfiles(Profiles.of("local")));
        return at(Ordered.HIGHEST_PRECEDENCE, filter);
    }

    @Bean
    FilterRegistrationBean<LimitFilter> limitFilter(
            Limiter limiter, LimitSettings settings, KnownCallers callers, Clock clock) {
        return at(BEFORE_SECURITY, new LimitFilter(limiter, settings, callers, clock));
    }

    @Bean
    FilterRegistrationBean<UserLimitFilter> userLimitFilter(
            Limiter limiter, LimitSettings settings, KnownCallers callers) {
        return at(BEHIND_SECURITY, new UserLimitFilter(limiter, settings, callers));
    }

    private static <F extends Filter> FilterRegistrationBean<F> at(int order, F filter) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        return registration;
    }
}
