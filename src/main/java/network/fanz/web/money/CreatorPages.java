package network.fanz.web.money;

import static network.fanz.common.Language.say;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.Handle;
import network.fanz.common.InvalidField;
import network.fanz.common.Money;
import network.fanz.common.NotFound;
import network.fanz.common.Role;
import network.fanz.content.catalogue.Catalogue;
import network.fanz.content.catalogue.Handles;
import network.fanz.content.catalogue.OwnedPass;
import network.fanz.content.catalogue.Pass;
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
import network.fanz.web.brand.OnFanBrands;
import network.fanz.web.form.FieldChecks;
import network.fanz.web.form.Form;
import network.fanz.web.page.Shell;
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

    CreatorPages(
            Identity identity,
            Handles handles,
            Introductions introductions,
            Catalogue catalogue,
            Payments payments,
            Purchase purchase) {
        this.identity = identity;
        this.handles = handles;
        this.introductions = introductions;
        this.catalogue = catalogue;
        this.payments = payments;
        this.purchase = purchase;
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
            Caller caller,
            Shell shell) {
        return page(
                id, caller, again == null ? Form.of(Map.of("amount", proposedTip())) : asBefore(again, caller), shell);
    }

    /** What the reader had written with a tip of theirs that was not paid. */
    private Form asBefore(UUID tip, Caller caller) {
        Payment before = payments.payment(tip, caller);
        TipMessage message = caller.is(before.buyer())
                ? payments.messages(List.of(before), caller).get(tip)
                : null;
        return Form.of(Map.of(
                "amount",
                before.price().typed(),
                "message",
                message == null || message.erased() ? "" : message.text()));
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
    ModelAndView tip(@PathVariable("id") AccountId id, Caller caller, Form form, Shell shell) {
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
                        return confirmation(tipToConfirm(creatorOf(id), amount, message, card(caller, method)), shell);
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
                again -> page(id, caller, again, shell));
    }

    @Access
    @PostMapping("/creators/{id}/pass")
    ModelAndView pass(@PathVariable("id") AccountId id, Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    AccountId fan = caller.requireAccount();
                    UUID pass = uuid("pass", form.text("pass"));
                    UUID method = method(form);
                    boolean again = form.checked(FirstUnanswered.FIELD);
                    String key = form.idempotencyKey();
                    if (method != null && !form.checked(PaymentConfirmation.FIELD)) {
                        Pass offered = purchase.passToBuy(fan, pass, id, again, key);
                        return confirmation(passToConfirm(creatorOf(id), offered, card(caller, method), again), shell);
                    }
                    return onward(purchase.pass(fan, pass, id, method, again, caller.origin(), key), shell);
                },
                again -> page(id, caller, again.withDefault("amount", proposedTip()), shell));
    }

    private ModelAndView confirmation(PaymentConfirmation asked, Shell shell) {
        return shell.page("money/confirmation", Map.of("asked", asked, "descriptor", payments.descriptor()));
    }

    private static PaymentConfirmation tipToConfirm(
            Account creator, Money amount, @Nullable TipMessage message, PaymentMethod card) {
        Map<String, String> fields = new HashMap<>();
        fields.put("amount", amount.typed());
        fields.put("method", card.id().toString());
        if (message != null) {
            fields.put("message", message.text());
        }
        return new PaymentConfirmation(
                creator,
                say("Tip"),
                say("A tip is paid once. Nothing renews by itself."),
                amount,
                message == null ? null : message.text(),
                card,
                "/creators/" + creator.id() + "/tips",
                fields);
    }

    private static PaymentConfirmation passToConfirm(Account creator, Pass pass, PaymentMethod card, boolean again) {
        Map<String, String> fields = new HashMap<>();
        fields.put("pass", pass.id().toString());
        fields.put("method", card.id().toString());
        if (again) {
            fields.put(FirstUnanswered.FIELD, "true");
        }
        return new PaymentConfirmation(
                creator,
                say("Supporter pass"),
                say("The pass lasts {0} days. It is paid once, and nothing renews by itself.", pass.days()),
                pass.price(),
                null,
                card,
                "/creators/" + creator.id() + "/pass",
                fields);
    }

    private PaymentMethod card(Caller caller, UUID method) {
        return payments.methods(caller.requireAccount()).stream()
                .filter(card -> card.id().equals(method))
                .findFirst()
                .orElseThrow(() -> new InvalidField("method", "There is no such saved card."));
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

    private ModelAndView page(AccountId id, Caller caller, Form form, Shell shell) {
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
    private static ModelAndView onward(Payment payment, Shell shell) {
        String next = payment.nextUrl();
        if (next == null) {
            return shell.redirect("/checkout/" + payment.id());
        }
        return next.startsWith("/") ? shell.redirect(next) : shell.redirectOutside(next);
    }

    private static @Nullable UUID method(Form form) {
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
