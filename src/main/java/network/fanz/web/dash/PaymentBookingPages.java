package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import java.util.UUID;
import java.util.function.Supplier;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.Ids;
import network.fanz.common.Money;
import network.fanz.common.Role;
import network.fanz.finance.ledger.HandPosting;
import network.fanz.finance.ledger.NewHandPosting;
import network.fanz.finance.payments.Payments;
import network.fanz.finance.payments.TakenBackPayments;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.FieldChecks;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Finance proposes on a payment's page to book what was taken back of it, share and fee in one. */
@Controller
@OnBrands(Brand.DASH)
final class PaymentBookingPages {
    private final TakenBackPayments takenBack;
    private final Payments payments;
    private final PaymentPage page;

    PaymentBookingPages(TakenBackPayments takenBack, Payments payments, PaymentPage page) {
        this.takenBack = takenBack;
        this.payments = payments;
        this.page = page;
    }

    @PostMapping("/finance/payments/{id}/booking")
    @Access(
            value = {Role.FINANCE, Role.ADMINISTRATOR},
            freshProof = true)
    ModelAndView propose(@PathVariable UUID id, Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    propose(id, caller, form);
                    return shell.redirect(
                            "/finance/payments/" + id,
                            PageNotice.ok(say("Proposed. Somebody else of finance must approve it.")));
                },
                again -> page.page(id, null, caller, again, shell));
    }

    private HandPosting propose(UUID id, Caller caller, Form form) {
        FieldChecks fields = new FieldChecks();
        Supplier<Money> share = fields.read(() -> form.money("share", payments.currency()));
        Supplier<Money> fee = fields.read(() -> form.money("fee", payments.currency()));
        Supplier<String> reason = fields.read(() -> NewHandPosting.checkedReason(form.text("reason")));
        fields.refuseWrong();
        UUID own = Ids.derived("ledger.hand.payment", caller.requireAccount() + ":" + form.idempotencyKey());
        return takenBack.propose(id, own, share.get(), fee.get(), reason.get(), caller);
    }
}
