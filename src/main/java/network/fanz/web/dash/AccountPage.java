package network.fanz.web.dash;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.NotFound;
import network.fanz.finance.payments.Payment;
import network.fanz.finance.payments.PaymentFilter;
import network.fanz.finance.payments.Payments;
import network.fanz.security.identity.Account;
import network.fanz.security.identity.FactorSetup;
import network.fanz.security.identity.Identity;
import network.fanz.security.identity.SignIn;
import network.fanz.security.identity.SuspensionReason;
import network.fanz.security.monitoring.Monitoring;
import network.fanz.security.monitoring.SecurityEventFilter;
import network.fanz.web.form.Form;
import network.fanz.web.page.Shell;
import network.fanz.web.show.Format;
import network.fanz.web.show.PublicNames;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of one account, which every decision about it comes back to. */
@Component
final class AccountPage {
    private static final int EVENTS = 20;
    private static final int PAYMENTS = 10;

    private final Identity identity;
    private final FactorSetup factors;
    private final SignIn signIn;
    private final Monitoring monitoring;
    private final Payments payments;
    private final PublicNames names;

    AccountPage(
            Identity identity,
            FactorSetup factors,
            SignIn signIn,
            Monitoring monitoring,
            Payments payments,
            PublicNames names) {
        this.identity = identity;
        this.factors = factors;
        this.signIn = signIn;
        this.monitoring = monitoring;
        this.payments = payments;
        this.names = names;
    }

    /** @throws NotFound if there is no such account */
    ModelAndView page(AccountId id, Form form, Shell shell) {
        Account account = identity.account(id).orElseThrow(() -> new NotFound("account"));
        Caller caller = Objects.requireNonNull(shell.caller(), "who is signed in alone comes here");
        return shell.page(
                "dash/user",
                Map.of(
                        "reset",
                        FactorResetView.of(identity.factorReset(id).orElse(null), caller, identity),
                        "details",
                        details(account, caller),
                        "reasons",
                        EnumLabels.choices(Arrays.asList(SuspensionReason.values())),
                        "names",
                        new StaffNames(Map.of(id, Format.name(account.name()))),
                        "events",
                        monitoring
                                .events(SecurityEventFilter.about(id), null, EVENTS)
                                .items(),
                        "form",
                        form));
    }

    private AccountDetails details(Account account, Caller caller) {
        AccountId id = account.id();
        List<Payment> newest =
                payments.find(PaymentFilter.of(id), null, PAYMENTS).items();
        return new AccountDetails(
                account,
                factors.status(id),
                signIn.sessions(id),
                newest,
                names.of(newest.stream()
                        .flatMap(payment -> Stream.of(payment.buyer(), payment.seller()))
                        .collect(Collectors.toSet())),
                monitoring.alertsAbout(id),
                caller.is(id));
    }
}
