package network.fanz.web.money;

import static network.fanz.common.Language.say;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.Money;
import network.fanz.common.NotFound;
import network.fanz.common.Problem;
import network.fanz.content.catalogue.Pass;
import network.fanz.content.catalogue.PublishedWork;
import network.fanz.content.catalogue.Viewer;
import network.fanz.finance.payments.FirstUnanswered;
import network.fanz.finance.payments.Payment;
import network.fanz.finance.payments.PaymentMethod;
import network.fanz.finance.payments.Payments;
import network.fanz.journeys.Purchase;
import network.fanz.security.identity.Account;
import network.fanz.security.identity.Identity;
import network.fanz.web.brand.OnFanBrands;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import network.fanz.web.watch.Viewers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The last look before a saved card is charged. It can be loaded again and come back to; what it asks is charged once. */
@Controller
@OnFanBrands
final class ConfirmationPages {
    private final Identity identity;
    private final Payments payments;
    private final Purchase purchase;
    private final ChosenPayments chosenPayments;
    private final Viewers viewers;

    ConfirmationPages(
            Identity identity, Payments payments, Purchase purchase, ChosenPayments chosenPayments, Viewers viewers) {
        this.identity = identity;
        this.payments = payments;
        this.purchase = purchase;
        this.chosenPayments = chosenPayments;
        this.viewers = viewers;
    }

    static String address(ChosenPayment chosen) {
        return "/creators/" + chosen.creator() + "/confirmation?of=" + chosen.key();
    }

    @Access
    @GetMapping("/creators/{id}/confirmation")
    ModelAndView confirmation(
            @PathVariable("id") AccountId id,
            @RequestParam("of") UUID key,
            Caller caller,
            HttpServletRequest request,
            Shell shell) {
        AccountId buyer = caller.requireAccount();
        Optional<Payment> made = payments.findByKey(buyer, key.toString());
        if (made.isPresent()) {
            return shell.page("money/confirmed", Map.of("payment", made.get()));
        }
        ChosenPayment chosen = chosenPayments
                .find(key, buyer, request)
                .filter(kept -> kept.creator().equals(id))
                .orElse(null);
        String creator = "/creators/" + id;
        if (chosen == null) {
            return shell.redirect(
                    creator,
                    PageNotice.warn(say("What you had chosen is kept no longer, and nothing was paid. Choose again.")));
        }
        try {
            Map<String, ?> model =
                    Map.of("asked", asked(chosen, viewers.of(request, caller)), "descriptor", payments.descriptor());
            return shell.sending(key).page("money/confirmation", model);
        } catch (Problem gone) {
            ChosenWork work = chosen.work();
            return shell.redirect(
                    work == null ? creator : "/watch/" + work.id(),
                    PageNotice.warn(gone.sentence().said()));
        }
    }

    private PaymentConfirmation asked(ChosenPayment chosen, Viewer viewer) {
        Account creator = identity.account(chosen.creator()).orElseThrow(() -> new NotFound("creator"));
        PaymentMethod card = card(payments, chosen.buyer(), chosen.card());
        Map<String, String> fields = new HashMap<>();
        fields.put("method", card.id().toString());
        if (chosen.work() != null) {
            return work(chosen, chosen.work(), viewer, creator, card);
        }
        UUID pass = chosen.pass();
        if (pass == null) {
            return tip(chosen, creator, card, fields);
        }
        fields.put("pass", pass.toString());
        if (chosen.again()) {
            fields.put(FirstUnanswered.FIELD, "true");
        }
        Pass offered = purchase.passToBuy(
                chosen.buyer(), pass, creator.id(), chosen.again(), chosen.key().toString());
        return new PaymentConfirmation(
                creator,
                say("Supporter pass"),
                say("The pass lasts {0} days. It is paid once, and nothing renews by itself.", offered.days()),
                offered.price(),
                null,
                card,
                "/creators/" + creator.id() + "/pass",
                back(chosen),
                chosen.key(),
                fields);
    }

    private static String back(ChosenPayment chosen) {
        return "/creators/" + chosen.creator() + "?chosen=" + chosen.key();
    }

    private PaymentConfirmation work(
            ChosenPayment chosen, ChosenWork work, Viewer viewer, Account creator, PaymentMethod card) {
        Money price = new Money(payments.currency(), work.price());
        PublishedWork sold =
                purchase.workToBuy(viewer, work.id(), price, chosen.key().toString());
        String page = WorkPurchasePages.address(work.id());
        return new PaymentConfirmation(
                creator,
                say("Single work"),
                sold.title().isEmpty()
                        ? say("It is paid once, and nothing renews by itself.")
                        : say("“{0}”. It is paid once, and nothing renews by itself.", sold.title()),
                price,
                null,
                card,
                page,
                page,
                chosen.key(),
                Map.of("method", card.id().toString(), WorkPurchasePages.PRICE, price.typed()));
    }

    private PaymentConfirmation tip(
            ChosenPayment chosen, Account creator, PaymentMethod card, Map<String, String> fields) {
        Money amount = CreatorPages.tipOf(chosen, payments.currency());
        fields.put("amount", amount.typed());
        String message = chosen.message();
        if (message != null) {
            fields.put("message", message);
        }
        return new PaymentConfirmation(
                creator,
                say("Tip"),
                say("A tip is paid once. Nothing renews by itself."),
                amount,
                message,
                card,
                "/creators/" + creator.id() + "/tips",
                back(chosen),
                chosen.key(),
                fields);
    }

    /** @throws InvalidField if the buyer has no such card, or has it no longer */
    static PaymentMethod card(Payments payments, AccountId buyer, UUID method) {
        return payments.methods(buyer).stream()
                .filter(card -> card.id().equals(method))
                .findFirst()
                .orElseThrow(() -> new InvalidField("method", "There is no such saved card."));
    }
}
