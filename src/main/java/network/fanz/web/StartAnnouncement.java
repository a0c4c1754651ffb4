package network.fanz.web;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import network.fanz.common.Brand;
import network.fanz.platform.mail.Mailbox;
import network.fanz.platform.postgres.DataFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the person at the terminal where the front ends and the letters are, and where the first administrator's invitation lies. */
@Component
@Profile("local")
final class StartAnnouncement {
    private final WebSettings settings;
    private final DataFolder data;
    private final ObjectProvider<Mailbox> mailbox;
    private final PrintStream out = System.out;

    StartAnnouncement(WebSettings settings, DataFolder data, ObjectProvider<Mailbox> mailbox) {
        this.settings = settings;
        this.data = data;
        this.mailbox = mailbox;
    }

    @EventListener
    void onReady(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            out.println(text(context.getWebServer().getPort(), ready.getTimeTaken()));
        }
    }

    private String text(int port, @Nullable Duration taken) {
        StringBuilder text = new StringBuilder("\nFANZ is ready");
        if (taken != null) {
            text.append(String.format(Locale.ROOT, " after %.1f s", taken.toMillis() / 1000.0));
        }
        text.append(".\n\n");
        Brand.fronts()
                .forEach(brand -> text.append("  %-14s http://%s.%s:%d%n"
                        .formatted(brand.title(), brand.label(), settings.parentDomain(), port)));
        if (mailbox.stream().findAny().isPresent()) {
            text.append("\nNo mail leaves this machine. Its letters lie in http://%s.%s:%d/mailbox%n"
                    .formatted(Brand.AUTH.label(), settings.parentDomain(), port));
        }
        Path invitation = data.resolve("invitation.txt");
        // A sample has made its administrator by it.
        if (Files.exists(invitation) && !data.isSample()) {
            text.append("\nThe first administrator's one-time invitation lies in ")
                    .append(invitation)
                    .append('\n');
        }
        if (data.isSample()) {
            text.append("\nThis is a sample. These can sign in:\n")
                    .append(signIns())
                    .append("A code comes of the key in an authenticator app, or of: oathtool --totp --base32 KEY\n");
        }
        return text.append("\nCtrl-C stops everything.\n").toString();
    }

    private String signIns() {
        try {
            return Files.readString(data.resolve(DataFolder.SAMPLE_SIGN_INS));
        } catch (IOException missing) {
            return "  (the file " + data.resolve(DataFolder.SAMPLE_SIGN_INS) + " is missing)\n";
        }
    }
}
