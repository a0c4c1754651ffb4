package network.fanz.security.identity;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import network.fanz.common.Steady;
import network.fanz.platform.health.PartHealth;
import network.fanz.platform.jobs.Job;
import network.fanz.platform.vault.Vault;
import network.fanz.security.identity.access.PublicHosts;
import network.fanz.security.identity.access.SignInRedirects;
import network.fanz.security.identity.accounts.AccountStore;
import network.fanz.security.identity.accounts.AddressRekeying;
import network.fanz.security.identity.accounts.NameLookups;
import network.fanz.security.identity.accounts.PersonalData;
import network.fanz.security.identity.address.AddressChangeStore;
import network.fanz.security.identity.attempts.SignInAttemptStore;
import network.fanz.security.identity.eligibility.EligibilityChecks;
import network.fanz.security.identity.eligibility.RegistrationReporter;
import network.fanz.security.identity.openid.KeyRotation;
import network.fanz.security.identity.passkeys.PasskeyCeremonies;
import network.fanz.security.identity.passwords.PasswordHasher;
import network.fanz.security.identity.recovery.FactorResets;
import network.fanz.security.identity.registration.InvitationStore;
import network.fanz.security.identity.registration.MailedLinkStore;
import network.fanz.security.identity.registration.RefusedRegistrations;
import network.fanz.security.identity.reset.PasswordResetStore;
import network.fanz.security.identity.reset.PasswordResets;
import network.fanz.security.identity.sessions.IdentitySessionRepository;
import network.fanz.security.identity.sessions.SessionLimits;
import network.fanz.security.identity.sessions.SignInForms;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
class IdentityConfiguration {
    private static final Duration CLOCKS_DIFFER_MAX = Duration.ofSeconds(5);

    private static final int PORT = 8080;

    @Bean
    PublicHosts publicHosts(IdentitySettings settings, Environment environment) {
        return new PublicHosts(
                environment.getProperty("fanz.web.parent-domain", "fanz.localhost"),
                settings.publicScheme(),
                () -> port(settings, environment));
    }

    /** A port of 0 is chosen at the start and known only after it. */
    private static int port(IdentitySettings settings, Environment environment) {
        Integer listening = environment.getProperty("local.server.port", Integer.class);
        int own = listening != null ? listening : environment.getProperty("server.port", Integer.class, PORT);
        return Objects.requireNonNullElse(settings.publicPort(), own);
    }

    /**
     * The settings say what browsers see; a proxy that ends TLS may pass on something else. So the settings alone decide that cookies are
     * secure, that HSTS is sent and which absolute redirects are made. No header can change that.
     */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> asBrowsersSee(PublicHosts hosts) {
        return server -> server.addConnectorCustomizers(connector -> {
            connector.setScheme(hosts.scheme());
            connector.setSecure(hosts.isSecure());
        });
    }

    @Bean
    SignInRedirects signInPages(PublicHosts hosts) {
        return new SignInRedirects(hosts);
    }

    @Bean
    IdentitySessionRepository sessionTable(
            JdbcClient jdbc, Vault vault, IdentitySettings settings, @Steady Clock clock) {
        SessionLimits limits = new SessionLimits(
                settings.visitorIdle(),
                settings.sessionIdle(),
                settings.sessionLife(),
                settings.strictIdle(),
                settings.strictLife());
        return new IdentitySessionRepository(jdbc, vault, limits, clock);
    }

    @Bean
    KeyRotation keyRotation(IdentitySettings settings) {
        return new KeyRotation(settings.signingKeyPeriod(), settings.signingKeyAhead(), settings.signingKeyKeptFor());
    }

    @Bean
    PasswordHasher passwords(Vault vault, IdentitySettings settings, MeterRegistry meters) {
        int own = Math.max(1, Runtime.getRuntime().availableProcessors());
        int atOnce = settings.hashesAtOnce() == 0 ? own : settings.hashesAtOnce();
        return new PasswordHasher(vault, atOnce, settings.hashWaitMax(), meters);
    }

    @Bean
    EligibilityChecks eligibilityChecks(
            JdbcClient jdbc, JdbcTemplate batches, @Steady Clock clock, Environment environment) {
        return new EligibilityChecks(jdbc, batches, clock, environment.acceptsProfiles(Profiles.of("local")));
    }

    @Bean
    RegistrationReporter registrationReporter(EligibilityChecks checks) {
        return new RegistrationReporter(checks);
    }

    @Bean
    HealthIndicator registrationHealthIndicator(RegistrationReporter reporter) {
        return new PartHealth(reporter);
    }

    @Bean
    PasskeyCeremonies passkeyCeremonies(
            JdbcClient jdbc,
            Vault vault,
            @Steady Clock clock,
            PublicHosts hosts,
            AccountStore accounts,
            PersonalData personal) {
        return new PasskeyCeremonies(
                jdbc,
                vault,
                clock,
                hosts,
                account -> accounts.find(account)
                        .map(row -> personal.email(account, row.email()))
                        .orElse(""));
    }

    @Bean
    Job passwordResetLetters(PasswordResets resets) {
        return new Job("identity.password-resets", Duration.ofSeconds(1), resets::sendRequested);
    }

    @Bean
    Job factorResetJob(FactorResets factorResets) {
        return new Job("identity.factor-resets", Duration.ofMinutes(1), factorResets::run);
    }

    @Bean
    Job addressRekeyingJob(AddressRekeying addresses) {
        return new Job("identity.rekey-addresses", Duration.ofMinutes(10), addresses::run);
    }

    @Bean
    Job nameLookupsJob(NameLookups lookups) {
        return new Job("identity.name-lookups", Duration.ofSeconds(5), lookups::run);
    }

    @Bean
    Job refusedRegistrationsJob(RefusedRegistrations refused) {
        return new Job("identity.refused-registrations", Duration.ofMinutes(10), refused::write);
    }

    /** Forgets whom invitations were for that have ended. */
    @Bean
    Job invitationSweep(InvitationStore invitations, IdentitySettings settings, @Steady Clock clock) {
        return new Job("identity.invitations", Duration.ofMinutes(5), () -> {
            Instant now = clock.instant();
            invitations.shortenThoseAhead(now.plus(CLOCKS_DIFFER_MAX).plus(settings.invitationLife()));
            invitations.forgetEnded(now);
        });
    }

    /** Forgets changes of address whose letters' links have run out. */
    @Bean
    Job addressChangeSweep(AddressChangeStore changes, IdentitySettings settings, @Steady Clock clock) {
        return new Job("identity.address-changes", Duration.ofMinutes(5), () -> {
            Instant now = clock.instant();
            changes.sweep(now, now.plus(CLOCKS_DIFFER_MAX).plus(settings.emailProofLife()));
        });
    }

    /** Removes what has expired. */
    @Bean
    Job identitySweep(
            IdentitySessionRepository sessions,
            MailedLinkStore links,
            PasswordResetStore resets,
            SignInAttemptStore attempts,
            PasskeyCeremonies passkeys,
            SignInForms signInForms,
            IdentitySettings settings,
            @Steady Clock clock) {
        return new Job("identity.sweep", Duration.ofMinutes(5), () -> {
            Instant latest = clock.instant().plus(CLOCKS_DIFFER_MAX);
            links.shortenThoseAhead(latest.plus(settings.emailProofLife()));
            resets.deleteThoseAhead(latest.plus(settings.passwordProofLife()));
            sessions.sweep();
            links.deleteExpired(clock.instant());
            resets.deleteExpired(clock.instant());
            passkeys.sweep();
            signInForms.sweep();
            attempts.forgetAddresses(clock.instant().minus(settings.placeKnownFor()));
        });
    }
}
