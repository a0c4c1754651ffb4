package network.fanz.web.money;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.Handle;
import network.fanz.common.InvalidField;
import network.fanz.common.Money;
import network.fanz.common.NotFound;
import network.fanz.common.Role;
import network.fanz.content.catalogue.Catalogue;
import network.fanz.content.catalogue.Handles;
import network.fanz.content.catalogue.OwnedPass;
import network.fanz.content.introductions.Introductions;
import network.fanz.finance.payments.FirstUnanswered;
import network.fanz.finance.payments.Payment;
import network.fanz.finance.payments.PaymentKind;
import network.fanz.finance.payments.PaymentMethod;
import network.fanz.finance.payments.Payments;
import network.fanz.finance.payments.TipMessage;
import network.fanz.journeys.Purchase;
import network.fanz.security.identity.Account;
import network.fanz.security.identity.AccountState;
import network.fanz.security.identity.Identity;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.brand.OnFanBrands;
import network.fanz.web.form.FieldChecks;
import network.fanz.web.form.Form;
import network.fanz.web.page.Shell;
import network.fanz.web.watch.CreatorShelf;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who can be supported, and how. */
@Controller
@OnFanBrands
final class CreatorPages {
    private static final int CREATORS = 50;

    private final Identity identity;
    private final Handles handles;
    private final Introductions introductions;
    private final Catalogue catalogue;
    private final Payments payments;
    private final Purchase purchase;
    private final ChosenPayments chosenPayments;
    private final CreatorShelf shelf;

    CreatorPages(
            Identity identity,
            Handles handles,
            Introductions introductions,
            Catalogue catalogue,
            Payments payments,
            Purchase purchase,
            ChosenPayments chosenPayments,
            CreatorShelf shelf) {
        this.identity = identity;
        this.handles = handles;
        this.introductions = introductions;
        this.catalogue = catalogue;
        this.payments = payments;
        this.purchase = purchase;
        this.chosenPayments = chosenPayments;
        this.shelf = shelf;
    }

    @Access(anyone = true)
    @GetMapping("/creators")
    ModelAndView creators(@RequestParam(name = "after", required = false) @Nullable String after, Shell shell) {
        return shell.page("money/creators", Map.of("page", identity.creators(after, CREATORS)));
    }

    @Access(anyone = true)
    @GetMapping("/creators/{id}")
    ModelAndView creator(
            @PathVariable("id") AccountId id,
            @RequestParam(name = "again", required = false) @Nullable UUID again,
            @RequestParam(name = "chosen", required = false) @Nullable UUID chosen,
            Caller caller,
            HttpServletRequest request,
            Shell shell) {
        Form typed = again != null
                ? asBefore(again, id, caller)
                : Optional.ofNullable(chosen)
                        .flatMap(key -> chosenPayments.find(key, caller.account(), request))
                        .map(this::asTyped)
                        .orElse(Form.empty());
        return page(id, caller, typed.withDefault("amount", proposedTip()), request, shell);
    }

    /** What the reader had written with a tip of theirs to this creator that was not paid; else what is proposed. */
    private Form asBefore(UUID tip, AccountId creator, Caller caller) {
        return (caller.account() == null ? Optional.<Payment>empty() : find(tip, caller))
                .filter(before -> caller.is(before.buyer())
                        && before.seller().equals(creator)
                        && before.kind() == PaymentKind.TIP)
                .map(before -> Map.of(
                        "amount", before.price().typed(),
                        "message",
                                Optional.ofNullable(payments.messages(List.of(before), caller)
                                                .get(before.id()))
                                        .filter(message -> !message.erased())
                                        .map(TipMessage::text)
                                        .orElse("")))
                .map(Form::of)
                .orElse(Form.empty());
    }

    private Optional<Payment> find(UUID payment, Caller caller) {
        try {
            return Optional.of(payments.payment(payment, caller));
        } catch (NotFound none) {
            return Optional.empty();
        }
    }

    /** What was typed for a tip, for who has not said yes to it. */
    private Form asTyped(ChosenPayment chosen) {
        return chosen.tip() == null
                ? Form.empty()
                : Form.of(Map.of(
                        "amount",
                        tipOf(chosen, payments.currency()).typed(),
                        "message",
                        Objects.requireNonNullElse(chosen.message(), "")));
    }

    @Access(anyone = true)
    @GetMapping("/creators/{id}/works")
    @OnBrands({Brand.TUBE, Brand.ELITE})
    ModelAndView works(
            @PathVariable("id") AccountId id,
            @RequestParam(name = "after", required = false) @Nullable String after,
            Caller caller,
            HttpServletRequest request,
            Shell shell) {
        return shell.page(
                "watch/works", Map.of("creator", creatorOf(id), "page", shelf.works(id, after, caller, request)));
    }

    /** The short address of a creator. */
    @Access(anyone = true)
    @GetMapping("/@{handle}")
    ModelAndView named(@PathVariable("handle") String handle, Shell shell) {
        AccountId creator = Handle.parse(handle).flatMap(handles::owner).orElseThrow(() -> new NotFound("creator"));
        return shell.redirect("/creators/" + creatorOf(creator).id());
    }

    /** A saved card is charged only once its owner has seen what for, how much and which card. */
    @Access
    @PostMapping("/creators/{id}/tips")
    ModelAndView tip(
            @PathVariable("id") AccountId id, Caller caller, Form form, HttpServletRequest request, Shell shell) {
        return form.submit(
                () -> {
                    FieldChecks fields = new FieldChecks();
                    Supplier<Money> typed = fields.read(() -> form.money("amount", payments.currency()));
                    Supplier<Optional<TipMessage>> written =
                            fields.read(() -> Optional.ofNullable(TipMessage.of("message", form.value("message"))));
                    fields.refuseWrong();
                    Money amount = typed.get();
                    TipMessage message = written.get().orElse(null);
                    UUID method = method(form);
                    if (method != null && !form.checked(PaymentConfirmation.FIELD)) {
                        payments.checkPrice("amount", amount);
                        return ask(tipChosen(id, amount, message, method, caller, shell), request, shell);
                    }
                    return onward(
                            purchase.tip(
                                    caller.requireAccount(),
                                    id,
                                    amount,
                                    message,
                                    method,
                                    caller.origin(),
                                    form.idempotencyKey()),
                            shell);
                },
                again -> page(id, caller, again, request, shell));
    }

    @Access
    @PostMapping("/creators/{id}/pass")
    ModelAndView pass(
            @PathVariable("id") AccountId id, Caller caller, Form form, HttpServletRequest request, Shell shell) {
        return form.submit(
                () -> {
                    AccountId fan = caller.requireAccount();
                    UUID pass = uuid("pass", form.text("pass"));
                    UUID method = method(form);
                    boolean again = form.checked(FirstUnanswered.FIELD);
                    String key = form.idempotencyKey();
                    if (method != null && !form.checked(PaymentConfirmation.FIELD)) {
                        purchase.passToBuy(fan, pass, id, again, key);
                        return ask(passChosen(id, pass, again, method, caller, shell), request, shell);
                    }
                    return onward(purchase.pass(fan, pass, id, method, again, caller.origin(), key), shell);
                },
                again -> page(id, caller, again.withDefault("amount", proposedTip()), request, shell));
    }

    private ChosenPayment tipChosen(
            AccountId id, Money amount, @Nullable TipMessage message, UUID card, Caller caller, Shell shell) {
        return new ChosenPayment(
                shell.idempotencyKey(),
                chosenPayments.now(),
                caller.requireAccount(),
                creatorOf(id).id(),
                card,
                amount.units(),
                message == null ? null : message.text(),
                null,
                false,
                null);
    }

    private ChosenPayment passChosen(AccountId id, UUID pass, boolean again, UUID card, Caller caller, Shell shell) {
        return new ChosenPayment(
                shell.idempotencyKey(),
                chosenPayments.now(),
                caller.requireAccount(),
                creatorOf(id).id(),
                card,
                null,
                null,
                pass,
                again,
                null);
    }

    private ModelAndView ask(ChosenPayment chosen, HttpServletRequest request, Shell shell) {
        ConfirmationPages.card(payments, chosen.buyer(), chosen.card());
        chosenPayments.keep(chosen, request);
        return shell.redirect(ConfirmationPages.address(chosen));
    }

    static Money tipOf(ChosenPayment chosen, Asset currency) {
        return new Money(currency, Objects.requireNonNull(chosen.tip()));
    }

    private Account creatorOf(AccountId id) {
        return identity.account(id)
                .filter(account -> account.state() == AccountState.ACTIVE
                        && account.roles().contains(Role.CREATOR))
                .orElseThrow(() -> new NotFound("creator"));
    }

    private String proposedTip() {
        return payments.priceBounds().proposedTip().typed();
    }

    private ModelAndView page(AccountId id, Caller caller, Form form, HttpServletRequest request, Shell shell) {
        Account creator = creatorOf(id);
        AccountId reader = caller.account();
        Map<String, Object> model = new HashMap<>();
        model.put("creator", creator);
        model.put("introduction", introductions.shown(id).orElse(null));
        model.put("pass", catalogue.passOf(id).orElse(null));
        model.put("holds", reader != null && catalogue.supports(reader, id));
        model.put("until", reader == null ? null : lastEnd(reader, id));
        model.put("own", caller.is(id));
        model.put("methods", reader == null ? List.<PaymentMethod>of() : payments.methods(reader));
        model.put("bounds", payments.priceBounds());
        model.put("feePercent", OfferPages.feePercent(payments, PaymentKind.TIP));
        model.putAll(shelf.of(id, caller, request));
        model.put("form", form);
        return shell.page("money/creator", model);
    }

    /** When the last of a fan's passes ends or ended; null if they have had none. */
    private @Nullable Instant lastEnd(AccountId fan, AccountId creator) {
        return catalogue.library(fan).stream()
                .filter(pass -> pass.creator().equals(creator))
                .map(OwnedPass::until)
                .findFirst()
                .orElse(null);
    }

    /** To the provider's page where the buyer must go there, else to the checkout. */
    static ModelAndView onward(Payment payment, Shell shell) {
        String next = payment.nextUrl();
        if (next == null) {
            return shell.redirect("/checkout/" + payment.id());
        }
        return next.startsWith("/") ? shell.redirect(next) : shell.redirectOutside(next);
    }

    static @Nullable UUID method(Form form) {
        String method = form.value("method");
        return method.isEmpty() ? null : uuid("method", method);
    }

    private static UUID uuid(String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new InvalidField(field, "Choose one that the page offers.");
        }
    }
}
