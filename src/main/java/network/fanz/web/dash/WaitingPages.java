package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.Role;
import network.fanz.content.introductions.Introductions;
import network.fanz.security.identity.FactorReset;
import network.fanz.security.identity.Identity;
import network.fanz.security.identity.PendingInvitation;
import network.fanz.security.identity.StaffInvitations;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What waits for administrators, or for those whom they have invited. */
@Controller
@OnBrands(Brand.DASH)
@Access(Role.ADMINISTRATOR)
final class WaitingPages {
    private static final String PATH = "/users/waiting";

    private final Identity identity;
    private final StaffInvitations invitations;
    private final Introductions introductions;

    WaitingPages(Identity identity, StaffInvitations invitations, Introductions introductions) {
        this.identity = identity;
        this.introductions = introductions;
        this.invitations = invitations;
    }

    @GetMapping(PATH)
    ModelAndView waiting(Shell shell) {
        return page(Form.empty(), shell);
    }

    @PostMapping("/users/invitations/{id}/withdrawal")
    @Access(value = Role.ADMINISTRATOR, freshProof = true)
    ModelAndView withdraw(@PathVariable UUID id, Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    invitations.withdraw(caller.requireAccount(), id);
                    return shell.redirect(PATH, PageNotice.ok(say("Withdrawn. Its link opens nothing any more.")));
                },
                again -> page(again, shell));
    }

    @PostMapping("/users/invitations/{id}/letters")
    @Access(value = Role.ADMINISTRATOR, freshProof = true)
    ModelAndView resend(@PathVariable UUID id, Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    invitations.resend(caller.requireAccount(), id);
                    return shell.redirect(
                            PATH,
                            PageNotice.ok(say("Another letter is on its way. Its link and those before it are good.")));
                },
                again -> page(again, shell));
    }

    private ModelAndView page(Form form, Shell shell) {
        List<FactorReset> resets = identity.factorResets();
        List<PendingInvitation> pending = invitations.pending();
        Stream<@Nullable AccountId> people = Stream.concat(
                resets.stream().flatMap(reset -> Stream.of(reset.account(), reset.askedBy())),
                pending.stream().map(PendingInvitation::by));
        return shell.page(
                "dash/waiting",
                Map.of(
                        "form",
                        form,
                        "resets",
                        resets,
                        "invitations",
                        pending,
                        "introductions",
                        introductions.waiting(1),
                        "names",
                        StaffNames.of(identity, people.toList())));
    }
}
