package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.content.compliance.Verification;
import network.fanz.content.compliance.VerificationMove;
import network.fanz.content.compliance.VerificationStanding.NextCheck;
import network.fanz.content.compliance.VerificationState;
import network.fanz.content.compliance.Verifications;
import network.fanz.content.compliance.VerifiedPerson;
import network.fanz.content.compliance.WithdrawalReason;
import network.fanz.platform.idempotency.SecretResponse;
import network.fanz.security.identity.Identity;
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

/** Checks of creators' identity, for the custodian of records: a list by state, and one with its history. */
@Controller
@OnBrands(Brand.DASH)
@Access({Role.CUSTODIAN, Role.ADMINISTRATOR})
final class IdentityCheckPages {
    private static final String PATH = "/compliance/verifications";
    private static final int ROWS = 50;

    private final Verifications verifications;
    private final Identity identity;

    IdentityCheckPages(Verifications verifications, Identity identity) {
        this.verifications = verifications;
        this.identity = identity;
    }

    @GetMapping(PATH)
    ModelAndView list(Form form, Shell shell) {
        return form.select(
                () -> {
                    VerificationState state = state(form.value("state"));
                    return list(state, verifications.in(state, form.values().get("after"), ROWS), Form.empty(), shell);
                },
                again -> list(VerificationState.VERIFIED, null, again, shell));
    }

    @GetMapping("/compliance/verifications/{id}")
    ModelAndView one(@PathVariable("id") UUID id, Caller caller, Shell shell) {
        return page(id, null, caller, Form.empty(), shell);
    }

    /** Shows name and date of birth on this one answer; the look stands in the audit log. */
    @SecretResponse
    @PostMapping("/compliance/verifications/{id}/person")
    ModelAndView person(@PathVariable("id") UUID id, Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> page(id, verifications.person(caller.requireAccount(), id), caller, Form.empty(), shell),
                again -> page(id, null, caller, again, shell));
    }

    @PostMapping("/compliance/verifications/{id}/withdrawal")
    @Access(
            value = {Role.CUSTODIAN, Role.ADMINISTRATOR},
            freshProof = true)
    ModelAndView withdraw(@PathVariable("id") UUID id, Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    verifications.withdraw(
                            caller.requireAccount(), id, EnumLabels.read(WithdrawalReason.class, form, "reason"));
                    return shell.redirect(
                            PATH + "/" + id,
                            PageNotice.ok(
                                    say("It is withdrawn. Its creator can upload nothing new, and is told why.")));
                },
                again -> page(id, null, caller, again, shell));
    }

    @PostMapping("/compliance/verifications/{id}/another-check")
    @Access(
            value = {Role.CUSTODIAN, Role.ADMINISTRATOR},
            freshProof = true)
    ModelAndView letTryAgain(@PathVariable("id") UUID id, Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    verifications.letTryAgain(caller.requireAccount(), found(id).creator());
                    return shell.redirect(
                            PATH + "/" + id, PageNotice.ok(say("The creator can begin another check now.")));
                },
                again -> page(id, null, caller, again, shell));
    }

    /** @param page null where the filter cannot be read */
    private ModelAndView list(VerificationState state, @Nullable Page<Verification> page, Form form, Shell shell) {
        Map<String, Object> model = new HashMap<>();
        model.put("state", state);
        model.put(
                "states",
                VerificationWords.LISTED.stream()
                        .map(one -> new EnumLabels.FilterOption(one.code(), VerificationWords.of(one), one == state))
                        .toList());
        model.put("page", page);
        model.put("form", form);
        model.put(
                "names",
                StaffNames.of(
                        identity,
                        page == null
                                ? List.of()
                                : page.items().stream()
                                        .map(Verification::creator)
                                        .toList()));
        return shell.page("dash/verifications", model);
    }

    private ModelAndView page(UUID id, @Nullable VerifiedPerson person, Caller caller, Form form, Shell shell) {
        Verification check = found(id);
        List<VerificationMove> moves = verifications.moves(id);
        NextCheck next = verifications.standing(check.creator()).next();
        Map<String, String> reasons = new LinkedHashMap<>();
        Stream.of(WithdrawalReason.values())
                .forEach(reason -> reasons.put(reason.code(), VerificationWords.reason(reason.code())));
        Map<String, Object> model = new HashMap<>();
        model.put("check", check);
        model.put("person", person);
        model.put("moves", moves);
        model.put("unexpected", verifications.unexpected(id));
        model.put("others", verifications.ofCreator(check.creator()));
        model.put("reasons", reasons);
        model.put("own", caller.is(check.creator()));
        model.put("stuck", next == NextCheck.STAFF_DECIDE || next == NextCheck.LATER);
        model.put(
                "names",
                StaffNames.of(
                        identity,
                        Stream.concat(Stream.of(check.creator()), moves.stream().map(VerificationMove::by))
                                .toList()));
        model.put("form", form);
        return shell.page("dash/verification", model);
    }

    private Verification found(UUID id) {
        return verifications.find(id).orElseThrow(() -> new NotFound("verification"));
    }

    private static VerificationState state(String word) {
        if (word.isEmpty()) {
            return VerificationState.VERIFIED;
        }
        return VerificationWords.LISTED.stream()
                .filter(state -> state.code().equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidField("state", "Choose one from the list."));
    }
}
