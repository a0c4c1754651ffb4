package network.fanz.web.auth;

import java.util.Map;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.NotFound;
import network.fanz.common.Role;
import network.fanz.platform.mail.Mailbox;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.page.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The letters that a local program would have sent, for its administrators; nowhere else is there such a page. */
@Controller
@Profile("local")
@OnBrands(Brand.AUTH)
final class MailboxPages {
    private final ObjectProvider<Mailbox> mailbox;

    MailboxPages(ObjectProvider<Mailbox> mailbox) {
        this.mailbox = mailbox;
    }

    @Access(Role.ADMINISTRATOR)
    @GetMapping("/mailbox")
    ModelAndView letters(@RequestParam(required = false) @Nullable UUID after, Shell shell) {
        return shell.page("auth/mailbox", Map.of("page", mailbox().messages(after)));
    }

    @Access(Role.ADMINISTRATOR)
    @GetMapping("/mailbox/{letter}")
    ModelAndView letter(@PathVariable UUID letter, Shell shell) {
        return shell.page("auth/letter", Map.of("letter", mailbox().message(letter)));
    }

    private Mailbox mailbox() {
        Mailbox box = mailbox.getIfAvailable();
        if (box == null) {
            throw new NotFound("mailbox");
        }
        return box;
    }
}
