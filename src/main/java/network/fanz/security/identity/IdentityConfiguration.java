package network.fanz.security.identity;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import network.fanz.platform.events.Events;
import network.fanz.platform.jobs.Job;
import network.fanz.platform.mail.Mail;
import network.fanz.platform.mail.Message;
import network.fanz.platform.postgres.DataFolder;
import network.fanz.platform.vault.Vault;
import network.fanz.security.audit.Audit;
import network.fanz.security.identity.access.PublicHosts;
import network.fanz.security.identity.access.SignInPages;
import network.fanz.security.identity.eligibility.EligibilityChecks;
import network.fanz.security.identity.passkeys.Ceremonies;
import network.fanz.security.identity.passwords.Passwords;
import network.fanz.security.identity.provider.KeyTurns;
import network.fanz.security.identity.sessions.SessionLimits;
import network.fanz.security.identity.sessions.SessionTable;
import network.fanz.security.ratelimit.RateLimits;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
class IdentityConfiguration {
    private static final int PORT = 8080;

    @Bean
    PublicHosts publicHosts(IdentitySettings settings, Environment environment) {
        return new PublicHosts(
                environment.getProperty("fanz.web.parent-domain", "fanz.localhost"),
                settings.publicScheme(),
                () -> port(settings, environment));
    }

    /** The port that was chosen at the start is known only after it. */
    private static int port(IdentitySettings settings, Environment environment) {
        Integer listening = environment.getProperty("local.server.port", Integer.class);
        int own = listening != null ? listening : environment.getProperty("server.port", Integer.class, PORT);
        return Objects.requireNonNullElse(settings.publicPort(), own);
    }

    /**
     * What browsers see counts, not what a proxy that ends TLS passes on: cookies are secure, HSTS is sent and redirects are absolute by
     * the settings, and no header can say otherwise.
     */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> asBrowsersSee(PublicHosts hosts) {
        return server -> server.addConnectorCustomizers(connector -> {
            connector.setScheme(hosts.scheme());
            connector.setSecure(hosts.isSecure());
        });
    }

    @Bean
    SignInPages signInPages(PublicHosts hosts) {
        return new SignInPages(hosts);
    }

    @Bean
    SessionTable sessionTable(JdbcClient jdbc, Vault vault, IdentitySettings settings, Clock clock) {
        SessionLimits limits = new SessionLimits(
                settings.visitorIdle(),
                settings.sessionIdle(),
                settings.sessionLife(),
                settings.strictIdle(),
                settings.strictLife());
        return new SessionTable(jdbc, vault, limits, clock);
    }

    @Bean
    KeyTurns keyTurns(IdentitySettings settings) {
        return new KeyTurns(settings.signingKeyPeriod(), settings.signingKeyAhead(), settings.signingKeyKept());
    }

    @Bean
    Passwords passwords(Vault vault, IdentitySettings settings, MeterRegistry meters) {
        int own = Math.max(1, Runtime.getRuntime().availableProcessors());
        int atOnce = settings.hashesAtOnce() == 0 ? own : settings.hashesAtOnce();
        return new Passwords(vault, atOnce, settings.hashWaitMax(), meters);
    }

    @Bean
    EligibilityChecks eligibilityChecks(JdbcClient jdbc, JdbcTemplate batches, Clock clock, Environment environment) {
        return new EligibilityChecks(jdbc, batches, clock, environment.acceptsProfiles(Profiles.of("local")));
    }

    @Bean
    AccountStore accountStore(JdbcClient jdbc) {
        return new AccountStore(jdbc);
    }

    @Bean
    ProofStore proofStore(JdbcClient jdbc) {
        return new ProofStore(jdbc);
    }

    @Bean
    Ceremonies ceremonies(
            JdbcClient jdbc,
            Vault vault,
            Clock clock,
            PublicHosts hosts,
            AccountStore accounts,
            PersonalData personal) {
        return new Ceremonies(
                jdbc,
                vault,
                clock,
                hosts,
                account -> accounts.find(account)
                        .map(row -> personal.email(account, row.email()))
                        .orElse(""));
    }

    @Bean
    PersonalData personalData(Vault vault) {
        return new PersonalData(vault);
    }

    @Bean
    Letters letters(Mail mail, AccountStore accounts, PersonalData personal, PublicHosts hosts) {
        Post post = (about, email, subject, text) -> mail.send(new Message(about, email, subject, text));
        return new Letters(post, accounts, personal, hosts);
    }

    @Bean
    Attempts attempts(AccountStore accounts, Events events, Audit audit, TransactionTemplate transaction, Clock clock) {
        return new Attempts(accounts, events, audit, transaction, clock);
    }

    @Bean
    PasswordCheck passwordCheck(
            AccountStore accounts, PersonalData personal, Passwords passwords, RateLimits limits, Attempts attempts) {
        return new PasswordCheck(accounts, personal, passwords, limits, attempts);
    }

    @Bean
    SessionEnds sessionEnds(SessionTable sessions, Audit audit, TransactionTemplate transaction) {
        return new SessionEnds(sessions, audit, transaction);
    }

    @Bean
    SecondFactors secondFactors(
            JdbcClient jdbc,
            AccountStore accounts,
            Vault vault,
            RateLimits limits,
            Attempts attempts,
            Letters letters,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        return new SecondFactors(
                new FactorStore(jdbc), accounts, vault, limits, attempts, letters, audit, transaction, clock);
    }

    @Bean
    Registrations registrations(
            AccountStore accounts,
            ProofStore proofs,
            PersonalData personal,
            Passwords passwords,
            EligibilityChecks eligibility,
            Letters letters,
            Events events,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock,
            IdentitySettings settings) {
        return new Registrations(
                accounts,
                proofs,
                personal,
                passwords,
                eligibility,
                letters,
                events,
                audit,
                transaction,
                clock,
                settings);
    }

    @Bean
    PasswordResetStore passwordResetStore(JdbcClient jdbc) {
        return new PasswordResetStore(jdbc);
    }

    @Bean
    PasswordResets passwordResets(
            PasswordResetStore store,
            AccountStore accounts,
            PersonalData personal,
            Passwords passwords,
            SessionTable sessions,
            RateLimits limits,
            Letters letters,
            Events events,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock,
            IdentitySettings settings) {
        return new PasswordResets(
                store,
                accounts,
                personal,
                passwords,
                sessions,
                limits,
                letters,
                events,
                audit,
                transaction,
                clock,
                settings);
    }

    @Bean
    Job passwordResetLetters(PasswordResets resets) {
        return new Job("identity.password-resets", Duration.ofSeconds(1), resets::deliver);
    }

    @Bean
    Staff staff(
            AccountStore accounts,
            ProofStore proofs,
            PersonalData personal,
            SessionTable sessions,
            Letters letters,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock,
            IdentitySettings settings) {
        return new Staff(accounts, proofs, personal, sessions, letters, audit, transaction, clock, settings);
    }

    /** It and the invitation come before other runners: the making of a sample registers people. */
    @Bean
    @Order(0)
    EligibilityPolicy eligibilityPolicy(
            EligibilityChecks checks, Audit audit, TransactionTemplate transaction, Environment environment) {
        return new EligibilityPolicy(checks, audit, transaction, environment);
    }

    @Bean
    @Order(0)
    FirstAdministrator firstAdministrator(Staff staff, DataFolder folder, PublicHosts hosts) {
        return new FirstAdministrator(staff, folder, hosts);
    }

    /** What nobody can use any more is removed. */
    @Bean
    Job identitySweep(
            SessionTable sessions,
            ProofStore proofs,
            PasswordResetStore resets,
            AccountStore accounts,
            Ceremonies passkeys,
            IdentitySettings settings,
            Clock clock) {
        return new Job("identity.sweep", Duration.ofMinutes(5), () -> {
            sessions.sweep();
            proofs.deleteExpired(clock.instant());
            resets.deleteExpired(clock.instant());
            passkeys.sweep();
            accounts.forgetAddresses(clock.instant().minus(settings.placeKnownFor()));
        });
    }
}
