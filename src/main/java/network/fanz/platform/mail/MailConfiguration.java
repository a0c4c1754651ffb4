package network.fanz.platform.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import network.fanz.common.RedactedFailure;
import network.fanz.common.Steady;
import network.fanz.platform.jobs.Job;
import network.fanz.platform.mail.MailSettings.Encryption;
import network.fanz.platform.mail.MailSettings.MailProviderKind;
import network.fanz.platform.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Chooses the provider, and refuses to start rather than to lose mail or to show it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {
    private static final Duration WAITED_TOO_LONG = Duration.ofMinutes(10);
    /** One refused letter says nothing about the way; this many people's in a row, with none delivered between, do. */
    private static final int REFUSED_ALIKE_MAX = 5;

    private static final Duration REFUSED_LATELY = Duration.ofHours(1);

    @Bean
    MailProvider mailProvider(MailSettings settings, Environment environment, MailOutboxStore outbox, Vault vault) {
        boolean local = environment.acceptsProfiles(Profiles.of("local"));
        return switch (kind(settings.provider(), local)) {
            case MAILBOX -> new Mailbox(outbox, vault);
            case SMTP -> smtp(settings);
        };
    }

    @Bean
    MailDelivery mailDelivery(
            MailOutboxStore outbox, Vault vault, MailProvider provider, MailSettings settings, @Steady Clock clock) {
        return new MailDelivery(outbox, vault, provider, settings, clock);
    }

    @Bean
    Job mailDeliveryJob(MailDelivery mailDelivery) {
        return new Job("mail.deliver", Duration.ofSeconds(1), mailDelivery::run);
    }

    @Bean
    Job mailCleaningJob(MailDelivery mailDelivery) {
        return new Job("mail.clean", Duration.ofHours(1), mailDelivery::deleteOld);
    }

    @Bean
    HealthIndicator mailHealthIndicator(MailOutboxStore outbox, MailProvider provider, @Steady Clock clock) {
        return () -> {
            try {
                return (isLate(outbox, clock) ? Health.down() : Health.up())
                        .withDetail("provider", provider.name())
                        .build();
            } catch (RuntimeException silent) {
                return Health.down()
                        .withDetail("why", RedactedFailure.describe(silent))
                        .build();
            }
        };
    }

    /** Whether mail has been waiting too long for something that keeps other letters waiting too, or all letters are refused. */
    static boolean isLate(MailOutboxStore outbox, Clock clock) {
        Instant now = clock.instant();
        boolean waiting = outbox.oldestWaiting()
                .map(oldest -> oldest.plus(WAITED_TOO_LONG).isBefore(now))
                .orElse(false);
        return waiting || outbox.refusedAlike(now.minus(REFUSED_LATELY)) >= REFUSED_ALIKE_MAX;
    }

    static MailProviderKind kind(@Nullable MailProviderKind configured, boolean local) {
        if (configured == MailProviderKind.MAILBOX && !local) {
            throw new MailNotConfigured(
                    "fanz.mail.provider=mailbox shows everybody's mail to administrators; it exists only in the profile local.",
                    "Set fanz.mail.provider=smtp and fanz.mail.smtp.host.");
        }
        if (configured == null && !local) {
            throw new MailNotConfigured(
                    "No way for mail to leave is configured.", "Set fanz.mail.provider=smtp and fanz.mail.smtp.host.");
        }
        return Optional.ofNullable(configured).orElse(MailProviderKind.MAILBOX);
    }

    private static SmtpProvider smtp(MailSettings settings) {
        if (settings.smtp().host() == null) {
            throw new MailNotConfigured("fanz.mail.smtp.host is missing.", "Name the mail server.");
        }
        if (settings.smtp().user() != null && settings.smtp().encryption() == Encryption.NONE) {
            throw new MailNotConfigured(
                    "fanz.mail.smtp.encryption=none would send the password in the clear.",
                    "Use starttls or tls, or no user.");
        }
        return new SmtpProvider(settings.smtp(), settings.from());
    }
}
