package network.fanz.platform.mail;

import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.NotFound;
import network.fanz.common.Page;
import network.fanz.common.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The mailbox, for administrators; only in the profile {@code local}. */
@RestController
@Profile("local")
@RequestMapping("/api/v1/mailbox")
class MailboxApi {
    private final ObjectProvider<Mailbox> mailbox;

    MailboxApi(ObjectProvider<Mailbox> mailbox) {
        this.mailbox = mailbox;
    }

    @GetMapping
    @Access(Role.ADMINISTRATOR)
    @Operation(operationId = "listLetters", summary = "Letters that would have been mailed, the newest first")
    Page<MailboxMessage> list(@RequestParam(required = false) @Nullable UUID after) {
        return mailbox().messages(after);
    }

    @GetMapping("/{letter}")
    @Access(Role.ADMINISTRATOR)
    @Operation(operationId = "readLetter", summary = "One letter")
    MailboxMessage read(@PathVariable UUID letter) {
        return mailbox().message(letter);
    }

    private Mailbox mailbox() {
        Mailbox box = mailbox.getIfAvailable();
        if (box == null) {
            throw new NotFound("mailbox");
        }
        return box;
    }
}
