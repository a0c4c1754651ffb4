package network.fanz.web.auth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.Forbidden;
import network.fanz.common.NotFound;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.common.SignInRequired;
import network.fanz.content.compliance.Consents;
import network.fanz.platform.mail.Mailbox;
import network.fanz.platform.mail.MailboxMessage;
import network.fanz.security.identity.AccountSummary;
import network.fanz.security.identity.Identity;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.page.LocalMailbox;
import network.fanz.web.page.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The letters that a local program would have sent; nowhere else is there such a page. Administrators read all of them. Who may read
 * besides is said by {@link LocalMailbox}; they read letters about the account of a fan or a creator, and of staff whose second factor is
 * set up: a link from such a letter alone gives nobody the staff's power; and letters to people in works, who need no account. All others, such as invitations, they do not see.
 */
@Controller
@Profile("local")
@OnBrands(Brand.AUTH)
final class MailboxPages {
    private final ObjectProvider<Mailbox> mailbox;
    private final LocalMailbox localMailbox;
    private final Identity identity;
    private final Consents consents;

    MailboxPages(ObjectProvider<Mailbox> mailbox, LocalMailbox localMailbox, Identity identity, Consents consents) {
        this.consents = consents;
        this.mailbox = mailbox;
        this.localMailbox = localMailbox;
        this.identity = identity;
    }

    @Access(anyone = true)
    @GetMapping("/mailbox")
    ModelAndView letters(
            @RequestParam(required = false) @Nullable UUID after,
            Caller caller,
            HttpServletRequest request,
            Shell shell) {
        requireOpen(caller, request);
        Page<MailboxMessage> found = mailbox().messages(after);
        boolean all = LocalMailbox.isForAll(caller);
        Page<MailboxMessage> shown = all ? found : new Page<>(harmless(found.items()), found.next());
        return shell.page("auth/mailbox", Map.of("page", shown, "all", all));
    }

    @Access(anyone = true)
    @GetMapping("/mailbox/{letter}")
    ModelAndView letter(@PathVariable UUID letter, Caller caller, HttpServletRequest request, Shell shell) {
        requireOpen(caller, request);
        MailboxMessage found = mailbox().message(letter);
        if (!LocalMailbox.isForAll(caller) && harmless(List.of(found)).isEmpty()) {
            throw new NotFound("letter");
        }
        return shell.page("auth/letter", Map.of("letter", found));
    }

    private List<MailboxMessage> harmless(Collection<MailboxMessage> letters) {
        Set<AccountId> about =
                letters.stream().map(MailboxMessage::about).map(AccountId::new).collect(Collectors.toSet());
        Map<AccountId, AccountSummary> accounts = identity.summaries(about);
        Set<UUID> performers =
                consents.performers(letters.stream().map(MailboxMessage::about).toList());
        return letters.stream()
                .filter(letter -> {
                    if (performers.contains(letter.about())) {
                        return true;
                    }
                    AccountSummary account = accounts.get(new AccountId(letter.about()));
                    return account != null
                            && (account.secondFactor()
                                    || account.roles().stream().noneMatch(Role::isStaff));
                })
                .toList();
    }

    private void requireOpen(Caller caller, HttpServletRequest request) {
        if (!localMailbox.isOpenTo(caller, request)) {
            throw caller.account() == null
                    ? new SignInRequired()
                    : new Forbidden("This is for administrators, or for whoever sits at the machine itself.");
        }
    }

    private Mailbox mailbox() {
        Mailbox box = mailbox.getIfAvailable();
        if (box == null) {
            throw new NotFound("mailbox");
        }
        return box;
    }
}
