package network.fanz.platform.mail;

import java.time.Duration;
import network.fanz.common.Between;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail leaves the house.
 *
 * @param provider {@code smtp}, or in the profile {@code local} also {@code mailbox}, which is its default there; elsewhere there is none
 * @param from the sender's address
 * @param keptFor how long a letter stays in the table after it was delivered or given up
 * @param triesMax how often delivery is tried, at growing distances, before a letter is given up
 * @param smtp the mail server
 */
@ConfigurationProperties(prefix = "fanz.mail", ignoreUnknownFields = false)
record MailSettings(
        @Nullable MailProviderKind provider,
        @DefaultValue("no-reply@fanz.localhost") String from,

        @DefaultValue("7d") @Between(min = "1h", max = "365d")
        Duration keptFor,

        @DefaultValue("12") @Between(min = "1", max = "50") int triesMax,
        @DefaultValue SmtpSettings smtp) {

    /** What takes the letters. */
    enum MailProviderKind {
        SMTP,
        MAILBOX
    }

    /** Whether the connection is encrypted: from its start, from STARTTLS on, or (for a relay on this machine) not at all. */
    enum Encryption {
        TLS,
        STARTTLS,
        NONE
    }

    /**
     * A mail server.
     *
     * @param host its name
     * @param port its port; 465 is usual for {@code tls}
     * @param user for signing in; without it the program does not sign in
     * @param password for signing in
     * @param encryption {@code tls}, {@code starttls} or {@code none}; without encryption the program does not sign in
     * @param timeout for connecting and for each answer
     */
    record SmtpSettings(
            @Nullable String host,

            @DefaultValue("587") @Between(min = "1", max = "65535")
            int port,

            @Nullable String user,
            @Nullable String password,
            @DefaultValue("starttls") Encryption encryption,

            @DefaultValue("15s") @Between(min = "100ms", max = "2m")
            Duration timeout) {
        @Override
        public String toString() {
            return "Smtp[host=" + host + ", port=" + port + ", encryption=" + encryption + "]";
        }
    }
}
