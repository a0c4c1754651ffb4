package network.fanz.platform.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.fanz.common.EmailAddress;
import network.fanz.platform.mail.MailRejected.RejectionScope;
import network.fanz.platform.mail.MailSettings.Encryption;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Hands messages to a mail server (RFC 5321), with an id that stays the same when a message is sent again. */
final class SmtpProvider implements MailProvider {
    private static final Pattern CODE = Pattern.compile("\\s*([245]\\d\\d)\\b");

    /** RFC 5321, 4.2.3: the server closes; whatever was under way, it is no judgement of it. */
    private static final int SERVICE_NOT_AVAILABLE = 521;

    private final JavaMailSenderImpl server;
    private final String from;

    SmtpProvider(MailSettings.SmtpSettings settings, String from) {
        this.from = from;
        this.server = new JavaMailSenderImpl();
        server.setHost(settings.host());
        server.setPort(settings.port());
        server.setUsername(settings.user());
        server.setPassword(settings.password());
        server.setDefaultEncoding(StandardCharsets.UTF_8.name());
        server.setJavaMailProperties(properties(settings));
    }

    @Override
    public void deliver(UUID id, OutgoingMail mail) {
        MimeMessage letter;
        try {
            letter = letter(id, mail);
        } catch (MessagingException unwritable) {
            // No server has seen it: what is wrong is this letter's own, such as an address that no server accepts.
            throw new MailRejected(RejectionScope.RECIPIENT_PERMANENT, fault(unwritable));
        }
        try {
            server.send(letter);
        } catch (MailException failed) {
            throw new MailRejected(scope(failed), fault(failed));
        }
    }

    @Override
    public String name() {
        return "smtp";
    }

    private MimeMessage letter(UUID id, OutgoingMail mail) throws MessagingException {
        MimeMessage letter = new IdentifiedMessage(server.getSession(), "<" + id + "@" + domain() + ">");
        letter.setFrom(new InternetAddress(from, true));
        letter.setRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(receiver(mail.to()), true));
        letter.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        letter.setText(mail.text(), StandardCharsets.UTF_8.name());
        // An absence note should not answer a program (RFC 3834).
        letter.setHeader("Auto-Submitted", "auto-generated");
        return letter;
    }

    /** Servers know a domain by its ASCII form; an address from before the house wrote that form is brought into it here. */
    private static String receiver(String address) {
        return EmailAddress.parse(address).map(EmailAddress::mailbox).orElse(address);
    }

    private String domain() {
        return from.substring(from.indexOf('@') + 1).replace(">", "");
    }

    private static Properties properties(MailSettings.SmtpSettings settings) {
        String wait = String.valueOf(settings.timeout().toMillis());
        Properties properties = new Properties();
        // An address outside ASCII goes as it is (RFC 6531); a server that cannot take it refuses that letter alone.
        properties.setProperty("mail.mime.allowutf8", "true");
        properties.setProperty("mail.smtp.connectiontimeout", wait);
        properties.setProperty("mail.smtp.timeout", wait);
        properties.setProperty("mail.smtp.writetimeout", wait);
        properties.setProperty("mail.smtp.auth", String.valueOf(settings.user() != null));
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(settings.encryption() == Encryption.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        boolean starts = settings.encryption() == Encryption.STARTTLS;
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(starts));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(starts));
        return properties;
    }

    /**
     * The library's own subclass tells of the sender or the text; exactly this class, of the receiver. A final no to the text is this
     * letter's own: the server took the connection, the sender and the receiver.
     */
    private static RejectionScope scope(Exception failed) {
        for (Throwable at = cause(failed); at != null; at = next(at)) {
            if (at instanceof SMTPSendFailedException text && isAboutText(text)) {
                return RejectionScope.TEXT;
            }
            if (at.getClass() == SendFailedException.class) {
                Address[] invalid = ((SendFailedException) at).getInvalidAddresses();
                return invalid == null || invalid.length == 0
                        ? RejectionScope.RECIPIENT
                        : RejectionScope.RECIPIENT_PERMANENT;
            }
        }
        return RejectionScope.SERVER;
    }

    /** The command after which the text comes, or the dot that ends it. */
    private static boolean isAboutText(SMTPSendFailedException failed) {
        String command = String.valueOf(failed.getCommand()).strip();
        boolean text = command.equals(".") || command.startsWith("DATA") || command.startsWith("BDAT");
        return text && failed.getReturnCode() >= 500 && failed.getReturnCode() != SERVICE_NOT_AVAILABLE;
    }

    private static Throwable cause(Exception failed) {
        return failed instanceof MailSendException send && send.getMessageExceptions().length > 0
                ? send.getMessageExceptions()[0]
                : Objects.requireNonNullElse(failed.getCause(), failed);
    }

    /** Codes and kinds, never words: a server's words quote the address. */
    private static String fault(Exception failed) {
        StringBuilder fault = new StringBuilder(failed.getClass().getSimpleName());
        for (Throwable at = cause(failed); at != null; at = next(at)) {
            fault.append(" ").append(at.getClass().getSimpleName());
            Matcher code = CODE.matcher(String.valueOf(at.getMessage()));
            if (code.lookingAt()) {
                fault.append(" ").append(code.group(1));
            }
        }
        return fault.substring(0, Math.min(200, fault.length()));
    }

    private static @Nullable Throwable next(Throwable failed) {
        return failed instanceof MessagingException messaging ? messaging.getNextException() : failed.getCause();
    }

    /** Keeps the id that it is given, where the library would make a new one at every sending. */
    private static final class IdentifiedMessage extends MimeMessage {
        private final String id;

        IdentifiedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
