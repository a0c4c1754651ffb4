package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import java.util.List;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.Role;
import network.fanz.content.catalogue.Catalogue;
import network.fanz.finance.payments.PaymentFilter;
import network.fanz.finance.payments.PaymentState;
import network.fanz.finance.payments.Payments;
import network.fanz.security.identity.Account;
import network.fanz.security.identity.Identity;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Component;

/**
 * The way from a fresh installation to the first money, for its administrators, told by what is there. It ends by itself with the last
 * step, and never comes back: none of these can unhappen but by an owner who leaves.
 */
@Component
final class FirstSteps {
    private final Identity identity;
    private final Catalogue catalogue;
    private final Payments payments;
    private volatile boolean over;

    FirstSteps(Identity identity, Catalogue catalogue, Payments payments) {
        this.identity = identity;
        this.catalogue = catalogue;
        this.payments = payments;
    }

    /** Empty once all are done, and for readers who do not run the installation. */
    List<FirstStep> of(Caller caller, Shell shell) {
        if (over || !caller.has(Role.ADMINISTRATOR)) {
            return List.of();
        }
        List<FirstStep> steps = List.of(
                new FirstStep(
                        say("Your second factor is set up"),
                        say("Keep its recovery codes apart from your password."),
                        shell.at(Brand.AUTH, "/account"),
                        caller.secondFactor()),
                new FirstStep(
                        say("Your email address is confirmed"),
                        say(
                                "Open the link in the letter that came when you made your account. Letters about money go to confirmed addresses alone."),
                        shell.at(Brand.AUTH, shell.mailbox() ? "/mailbox" : "/account"),
                        identity.account(caller.requireAccount())
                                .map(Account::emailVerified)
                                .orElse(false)),
                new FirstStep(
                        say("A creator is here"),
                        say(
                                "Give them the address of the page that this opens. They make an account and set up a second factor, and can then be paid."),
                        shell.at(Brand.AUTH, "/register?as=creator"),
                        !identity.creators(null, 1).items().isEmpty()),
                new FirstStep(
                        say("A creator sells a pass"),
                        say("Creators set its price on any of the fans’ sites, under “Your pass”. Tips need none."),
                        null,
                        catalogue.hasOffers()),
                new FirstStep(
                        say("A fan has paid"),
                        say(
                                "A fan opens a creator’s page, and sends a tip or buys the pass. It appears here a moment later."),
                        shell.at(Brand.TUBE, "/creators"),
                        !payments.find(PaymentFilter.of(PaymentState.SETTLED, null), null, 1)
                                .items()
                                .isEmpty()));
        over = steps.stream().allMatch(FirstStep::done);
        return over ? List.of() : steps;
    }
}
