package network.fanz.web.money;

import static network.fanz.common.Language.say;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.Money;
import network.fanz.common.Problem;
import network.fanz.content.catalogue.AgeNotAssured;
import network.fanz.content.catalogue.PublishedWork;
import network.fanz.content.catalogue.SoldWorks;
import network.fanz.content.catalogue.Viewer;
import network.fanz.content.catalogue.WorkNotSold;
import network.fanz.content.catalogue.WorkOwned;
import network.fanz.finance.payments.Payments;
import network.fanz.journeys.Purchase;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import network.fanz.web.show.PublicNames;
import network.fanz.web.watch.Viewers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where a single work is bought. Whoever may not watch it is not asked for money. */
@Controller
@OnBrands({Brand.TUBE, Brand.ELITE})
@Access
final class WorkPurchasePages {
    /** The field with the price that the buyer was shown. */
    static final String PRICE = "amount";

    private static final String PATH = "/watch/{id}/purchase";

    private final SoldWorks works;
    private final Payments payments;
    private final Purchase purchase;
    private final ChosenPayments chosenPayments;
    private final PublicNames names;
    private final Viewers viewers;

    WorkPurchasePages(
            SoldWorks works,
            Payments payments,
            Purchase purchase,
            ChosenPayments chosenPayments,
            PublicNames names,
            Viewers viewers) {
        this.works = works;
        this.payments = payments;
        this.purchase = purchase;
        this.chosenPayments = chosenPayments;
        this.names = names;
        this.viewers = viewers;
    }

    static String address(UUID work) {
        return "/watch/" + work + "/purchase";
    }

    @GetMapping(PATH)
    ModelAndView offer(@PathVariable("id") UUID id, Caller caller, HttpServletRequest request, Shell shell) {
        Viewer viewer = viewers.of(request, caller);
        try {
            PublishedWork work = works.toBuy(id, viewer);
            return caller.is(work.creator())
                    ? shell.redirect("/watch/" + id, PageNotice.info(say("This is a work of yours.")))
                    : page(work, caller, Form.empty(), shell);
        } catch (AgeNotAssured | WorkOwned | WorkNotSold refused) {
            return elsewhere(id, refused, shell);
        }
    }

    /** A saved card is charged only once its owner has seen what for, how much and which card. */
    @PostMapping(PATH)
    ModelAndView buy(@PathVariable("id") UUID id, Caller caller, Form form, HttpServletRequest request, Shell shell) {
        return form.submit(
                () -> {
                    try {
                        return buy(id, viewers.of(request, caller), caller, form, request, shell);
                    } catch (AgeNotAssured | WorkOwned | WorkNotSold refused) {
                        return elsewhere(id, refused, shell);
                    }
                },
                again -> page(works.toBuy(id, viewers.of(request, caller)), caller, again, shell));
    }

    private ModelAndView buy(
            UUID id, Viewer viewer, Caller caller, Form form, HttpServletRequest request, Shell shell) {
        Money shown = form.money(PRICE, payments.currency());
        UUID method = CreatorPages.method(form);
        String key = form.idempotencyKey();
        if (method == null || form.checked(PaymentConfirmation.FIELD)) {
            return CreatorPages.onward(purchase.work(viewer, id, shown, method, caller.origin(), key), shell);
        }
        PublishedWork work = purchase.workToBuy(viewer, id, shown, key);
        ChosenPayment chosen = new ChosenPayment(
                shell.idempotencyKey(),
                chosenPayments.now(),
                caller.requireAccount(),
                work.creator(),
                method,
                null,
                null,
                null,
                false,
                new ChosenWork(id, shown.units()));
        ConfirmationPages.card(payments, chosen.buyer(), chosen.card());
        chosenPayments.keep(chosen, request);
        return shell.redirect(ConfirmationPages.address(chosen));
    }

    /** There is nothing to buy here: to what comes before, or to the work itself. */
    private static ModelAndView elsewhere(UUID id, Problem refused, Shell shell) {
        return refused instanceof AgeNotAssured
                ? shell.redirect("/age/proof?work=" + id)
                : shell.redirect(
                        "/watch/" + id, PageNotice.info(refused.sentence().said()));
    }

    private ModelAndView page(PublishedWork work, Caller caller, Form form, Shell shell) {
        return shell.page(
                "money/buy-work",
                Map.of(
                        "work",
                        work,
                        "price",
                        Objects.requireNonNull(work.showing().price()),
                        "creator",
                        names.of(work.creator()),
                        "methods",
                        payments.methods(caller.requireAccount()),
                        "descriptor",
                        payments.descriptor(),
                        "form",
                        form));
    }
}
