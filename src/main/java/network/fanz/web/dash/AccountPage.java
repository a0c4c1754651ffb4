package network.fanz.web.dash;

import java.util.Arrays;
import java.util.Map;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.NotFound;
import network.fanz.security.identity.Account;
import network.fanz.security.identity.FactorSetup;
import network.fanz.security.identity.Identity;
import network.fanz.security.identity.SignIn;
import network.fanz.security.identity.SuspensionReason;
import network.fanz.security.monitoring.Monitoring;
import network.fanz.security.monitoring.SecurityEventFilter;
import network.fanz.web.form.Form;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of one account, which every decision about it comes back to. */
@Component
final class AccountPage {
    private static final int EVENTS = 20;

    private final Identity identity;
    private final FactorSetup factors;
    private final SignIn signIn;
    private final Monitoring monitoring;

    AccountPage(Identity identity, FactorSetup factors, SignIn signIn, Monitoring monitoring) {
        this.identity = identity;
        this.factors = factors;
        this.signIn = signIn;
        this.monitoring = monitoring;
    }

    /** @throws NotFound if there is no such account */
    ModelAndView page(AccountId id, Form form, Shell shell) {
        Account account = identity.account(id).orElseThrow(() -> new NotFound("account"));
        Caller caller = shell.caller();
        return shell.page(
                "dash/user",
                Map.of(
                        "reset",
                        FactorResetView.of(identity.factorReset(id).orElse(null), caller, identity),
                        "details",
                        new AccountDetails(
                                account,
                                factors.status(id),
                                signIn.sessionCount(id),
                                caller != null && id.equals(caller.account())),
                        "reasons",
                        EnumLabels.choices(Arrays.asList(SuspensionReason.values())),
                        "events",
                        monitoring
                                .events(SecurityEventFilter.about(id), null, EVENTS)
                                .items(),
                        "form",
                        form));
    }
}
