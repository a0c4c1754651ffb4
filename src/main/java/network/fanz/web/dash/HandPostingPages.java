package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.Ids;
import network.fanz.common.InvalidField;
import network.fanz.common.Money;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.finance.ledger.HandPosting;
import network.fanz.finance.ledger.HandPostingEffects;
import network.fanz.finance.ledger.HandPostingState;
import network.fanz.finance.ledger.HandPostings;
import network.fanz.finance.ledger.LedgerAccountId;
import network.fanz.finance.ledger.Leg;
import network.fanz.finance.ledger.NewHandPosting;
import network.fanz.finance.ledger.PostingKind;
import network.fanz.finance.payments.Payments;
import network.fanz.security.identity.Identity;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.FieldChecks;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Postings by hand, for finance: one person proposes, another approves. */
@Controller
@OnBrands(Brand.DASH)
@Access({Role.FINANCE, Role.ADMINISTRATOR})
final class HandPostingPages {
    private static final String LIST = "/finance/hand-postings";
    private static final int ROWS = 50;
    /** The only leg that the page's form makes. */
    private static final int LEG_CODE = 1;

    private final HandPostings handPostings;
    private final HandPostingEffects effects;
    private final Payments payments;
    private final Identity identity;
    private final LedgerOwners owners;

    HandPostingPages(
            HandPostings handPostings,
            HandPostingEffects effects,
            Payments payments,
            Identity identity,
            LedgerOwners owners) {
        this.effects = effects;
        this.owners = owners;
        this.handPostings = handPostings;
        this.payments = payments;
        this.identity = identity;
    }

    @GetMapping(LIST)
    ModelAndView list(@RequestParam(required = false) @Nullable String after, Shell shell) {
        return list(after, Form.empty(), shell);
    }

    @PostMapping(LIST)
    @Access(
            value = {Role.FINANCE, Role.ADMINISTRATOR},
            freshProof = true)
    ModelAndView propose(Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    HandPosting proposed = handPostings.propose(asked(caller, form), caller.requireAccount());
                    return shell.redirect(
                            LIST + "/" + proposed.id(),
                            PageNotice.ok(say("Proposed. Somebody else of finance must approve it.")));
                },
                again -> list(null, again, shell));
    }

    @GetMapping(LIST + "/{id}")
    ModelAndView handPosting(@PathVariable UUID id, Caller caller, Shell shell) {
        return page(id, caller, Form.empty(), shell);
    }

    @PostMapping(LIST + "/{id}/approval")
    @Access(value = Role.FINANCE, freshProof = true)
    ModelAndView approve(@PathVariable UUID id, Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    HandPosting approved = handPostings.approve(id, caller.requireAccount());
                    PageNotice said = approved.state() == HandPostingState.REFUSED
                            ? PageNotice.warn(say("Approved, but the ledger refused it. Nothing was booked."))
                            : PageNotice.ok(say("Approved and booked."));
                    return shell.redirect(LIST + "/" + id, said);
                },
                again -> page(id, caller, again, shell));
    }

    @PostMapping(LIST + "/{id}/rejection")
    ModelAndView reject(@PathVariable UUID id, Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    HandPosting rejected = handPostings.reject(id, caller.requireAccount());
                    String said = say(
                            caller.is(rejected.proposedBy())
                                    ? "Taken back. Nothing was booked."
                                    : "Rejected. Nothing was booked.");
                    return shell.redirect(LIST + "/" + id, PageNotice.ok(said));
                },
                again -> page(id, caller, again, shell));
    }

    private NewHandPosting asked(Caller caller, Form form) {
        FieldChecks fields = new FieldChecks();
        Supplier<LedgerAccountId> debit = fields.read(() -> account(form, "debit"));
        Supplier<LedgerAccountId> credit = fields.read(() -> account(form, "credit"));
        Supplier<Money> amount = fields.read(() -> amount(form));
        Supplier<Optional<UUID>> about = fields.read(() -> about(form));
        Supplier<String> reason = fields.read(() -> NewHandPosting.checkedReason(form.text("reason")));
        fields.refuseWrong();
        if (debit.get().equals(credit.get())) {
            throw new InvalidField("credit", "Choose another account than the one that it comes from.");
        }
        Leg leg = new Leg(debit.get(), credit.get(), amount.get(), LEG_CODE);
        UUID id = Ids.derived("ledger.hand.page", caller.requireAccount() + ":" + form.idempotencyKey());
        return new NewHandPosting(
                id,
                PostingKind.POST,
                List.of(leg),
                null,
                null,
                null,
                about.get().orElse(null),
                reason.get());
    }

    private static Optional<UUID> about(Form form) {
        String about = form.value("about").strip();
        try {
            return about.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(about));
        } catch (IllegalArgumentException notAnId) {
            throw new InvalidField("about", "Write the payment’s whole id, as its page shows it.");
        }
    }

    private Money amount(Form form) {
        Money amount = form.money("amount", payments.currency());
        if (!amount.isPositive()) {
            throw new InvalidField("amount", "An amount is more than nothing.");
        }
        effects.requireBounded("amount", amount);
        return amount;
    }

    private LedgerAccountId account(Form form, String field) {
        String number = form.text(field).strip();
        if (!number.matches("[0-9]{1,18}")) {
            throw new InvalidField(field, "Write an account’s number, as its page shows it.");
        }
        LedgerAccountId id = new LedgerAccountId(Long.parseLong(number));
        handPostings.requireUsable(field, id, payments.currency());
        return id;
    }

    private ModelAndView list(@Nullable String after, Form form, Shell shell) {
        Page<HandPosting> page = handPostings.list(null, after, ROWS);
        Map<UUID, List<Leg>> legs = page.items().stream().collect(Collectors.toMap(HandPosting::id, effects::legs));
        Map<String, Object> model = new HashMap<>();
        model.put("page", page);
        model.put("names", namesOf(page.items().stream().map(HandPosting::proposedBy)));
        model.put("legs", legs);
        model.put(
                "owners",
                owners.ofLegs(legs.values().stream().flatMap(List::stream).toList()));
        model.put("currency", payments.currency().code());
        model.put("form", form);
        return shell.page("dash/hand-postings", model);
    }

    private StaffNames namesOf(Stream<AccountId> people) {
        return StaffNames.of(identity, people.toList());
    }

    private ModelAndView page(UUID id, Caller caller, Form form, Shell shell) {
        HandPosting posting = handPostings.handPosting(id);
        Map<String, Object> model = new HashMap<>();
        model.put("posting", posting);
        model.put("own", caller.is(posting.proposedBy()));
        model.put("second", handPostings.isSecondPerson(caller.requireAccount(), posting));
        model.put("owner", handPostings.isOwner(caller.requireAccount(), posting));
        model.put("gone", handPostings.isProposerGone(posting));
        model.put(
                "names",
                namesOf(Stream.of(posting.proposedBy(), posting.decidedBy()).filter(Objects::nonNull)));
        List<Leg> legs = effects.legs(posting);
        model.put("legs", legs);
        model.put("balances", posting.state() == HandPostingState.PROPOSED ? effects.balances(posting) : List.of());
        model.put("owners", owners.ofLegs(legs));
        model.put("form", form);
        return shell.page("dash/hand-posting", model);
    }
}
