package network.fanz.platform.idempotency;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import network.fanz.common.Steady;
import network.fanz.platform.jobs.Job;
import network.fanz.platform.postgres.DataFolder;
import network.fanz.platform.postgres.EmbeddedPostgres;
import network.fanz.platform.vault.Vault;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdempotencySettings.class)
class IdempotencyConfiguration {
    private static final Duration CLOCKS_DIFFER_MAX = Duration.ofSeconds(5);

    /** The security chain stands at -100 and an account's limits at -90: who is refused there uses up no key. */
    private static final int BEHIND_SECURITY_AND_LIMITS = -80;

    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(
            IdempotencyStore store, IdempotencySettings settings, Vault vault, @Steady Clock clock, ProgramRun run) {
        FilterRegistrationBean<IdempotencyFilter> registration =
                new FilterRegistrationBean<>(new IdempotencyFilter(store, settings, vault, clock, run.id()));
        registration.setOrder(BEHIND_SECURITY_AND_LIMITS);
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        return registration;
    }

    @Bean
    WebMvcConfigurer storedResponsesBehindEveryRefusal() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new StoredResponseInterceptor()).order(Integer.MAX_VALUE);
            }
        };
    }

    /** {@code embedded} is absent when settings name an outside server. */
    @Bean
    ProgramRun programRun(
            DataFolder folder, ObjectProvider<EmbeddedPostgres> embedded, IdempotencyStore store, @Steady Clock clock) {
        RunNote note = embedded.getIfAvailable() == null
                ? RunNote.besideDatabase(folder.path())
                : RunNote.withDatabase(folder.path());
        return new ProgramRun(note, store, clock);
    }

    /** Until nothing is due any more, a bounded number at a time: whoever writes fast is swept as fast. */
    @Bean
    Job idempotencySweepJob(IdempotencyStore store, IdempotencySettings settings, @Steady Clock clock) {
        return new Job("idempotency.sweep", Duration.ofMinutes(1), () -> {
            Instant now = clock.instant();
            Instant latest = now.plus(CLOCKS_DIFFER_MAX);
            store.shortenThoseAhead(latest.plus(settings.lease()), latest.plus(settings.keptFor()));
            store.deleteAllExpired(now);
        });
    }
}
