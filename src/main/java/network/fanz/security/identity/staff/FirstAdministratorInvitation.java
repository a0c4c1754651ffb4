package network.fanz.security.identity.staff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import network.fanz.platform.postgres.DataFolder;
import network.fanz.security.identity.Invitation;
import network.fanz.security.identity.access.PublicHosts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Writes the first administrator's invitation into the data folder, where only the operator can read it. Each start writes a new one, which
 * invalidates the previous one, until there is an administrator. It runs before other runners, because the administrator that it invites
 * makes the sample.
 */
@Component
@Order(0)
final class FirstAdministratorInvitation implements ApplicationRunner {
    static final String FILE = "invitation.txt";
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministratorInvitation.class);

    private final SentInvitations invitations;
    private final DataFolder folder;
    private final PublicHosts hosts;

    FirstAdministratorInvitation(SentInvitations sentInvitations, DataFolder folder, PublicHosts hosts) {
        this.invitations = sentInvitations;
        this.folder = folder;
        this.hosts = hosts;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        Path file = folder.resolve(FILE);
        Optional<Invitation> invitation = invitations.inviteFirstAdministrator(tokenIn(file));
        if (invitation.isPresent()) {
            String token = invitation.get().token();
            DataFolder.writeSecret(file, hosts.baseUrl(PublicHosts.SIGN_IN) + "/invitation?token=" + token + "\n");
            LOG.info(
                    "The first administrator's one-time invitation lies in {}; of several nodes' the newest alone is good",
                    file.toAbsolutePath());
        } else {
            Files.deleteIfExists(file);
        }
    }

    private static String tokenIn(Path file) throws IOException {
        String text = Files.exists(file) ? Files.readString(file).strip() : "";
        return text.substring(text.indexOf('=') + 1);
    }
}
