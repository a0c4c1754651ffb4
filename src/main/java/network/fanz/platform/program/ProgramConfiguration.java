package network.fanz.platform.program;

import static org.springframework.security.config.http.SessionCreationPolicy.STATELESS;

import java.time.Clock;
import java.util.Objects;
import network.fanz.platform.events.Events;
import network.fanz.platform.health.PartHealth;
import network.fanz.platform.postgres.DataFolder;
import network.fanz.platform.postgres.DataSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProgramSettings.class)
class ProgramConfiguration {
    @Bean
    FilterRegistrationBean<TraceFilter> traceFilter() {
        FilterRegistrationBean<TraceFilter> registration = new FilterRegistrationBean<>(new TraceFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    RepeatedLogFilter repeatedLogFilter() {
        return RepeatedLogFilter.install(System::nanoTime);
    }

    /**
     * Health is for everybody, for load balancers ask without a name; figures and the parts of health are for who holds the token. An
     * address proves nothing here: behind a proxy on the same machine every caller comes from loopback.
     */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain operationsDoor(HttpSecurity http, ProgramSettings settings, DataFolder folder) {
        String token = Objects.requireNonNullElseGet(settings.metricsToken(), () -> folder.secret("metrics"));
        return http.securityMatcher("/actuator/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**", "/actuator/health")
                        .permitAll()
                        .anyRequest()
                        .hasRole(MetricsTokenFilter.ROLE))
                .addFilterBefore(new MetricsTokenFilter(token), AnonymousAuthenticationFilter.class)
                .sessionManagement(session -> session.sessionCreationPolicy(STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(new NothingHereFilter(), AnonymousAuthenticationFilter.class)
                .exceptionHandling(refusal -> refusal.authenticationEntryPoint((request, response, why) -> {
                    throw new OperatorTokenNeeded();
                }))
                .build();
    }

    /** Emits {@code disk_low} when the disk begins to be. */
    @Bean
    DiskWatch diskWatch(
            DataFolder folder,
            DataSettings settings,
            Events events,
            PlatformTransactionManager transactions,
            Clock clock) {
        String node = folder.path().toString();
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        return new DiskWatch(
                folder.path(),
                settings.freeMin(),
                free -> transaction.executeWithoutResult(
                        status -> events.append(new DiskLow(node, free, clock.instant()))));
    }

    @Bean
    HealthIndicator diskHealthIndicator(DiskWatch diskWatch) {
        return new PartHealth(diskWatch);
    }

    @Bean
    StopWhenReady stopWhenReady(ProgramSettings settings) {
        return new StopWhenReady(settings.stopWhenReady());
    }
}
