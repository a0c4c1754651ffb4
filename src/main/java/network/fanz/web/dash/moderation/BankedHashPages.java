package network.fanz.web.dash.moderation;

import static network.fanz.common.Language.say;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.content.moderation.BankAdministration;
import network.fanz.content.moderation.BankAdministration.AddedHashes;
import network.fanz.content.moderation.BankedHash;
import network.fanz.content.moderation.HashAlgorithm;
import network.fanz.content.moderation.HashBank;
import network.fanz.content.moderation.HashLines;
import network.fanz.security.identity.Identity;
import network.fanz.security.identity.SignIn;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.dash.EnumLabels;
import network.fanz.web.dash.StaffNames;
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

/** One bank of hashes, and one hash of it. What a child-safety bank holds is shown after a recent proof. */
@Controller
@OnBrands(Brand.DASH)
@Access({Role.MODERATOR, Role.CUSTODIAN, Role.ADMINISTRATOR})
final class BankedHashPages {
    private static final String BANK = HashBankPages.PATH + "/{bank}";
    private static final String HASH = BANK + "/hashes/{hash}";
    private static final int ROWS = 50;

    private final BankAdministration banks;
    private final Identity identity;
    private final SignIn signIn;

    BankedHashPages(BankAdministration banks, Identity identity, SignIn signIn) {
        this.banks = banks;
        this.identity = identity;
        this.signIn = signIn;
    }

    @GetMapping(BANK)
    ModelAndView bank(
            @PathVariable UUID bank,
            @RequestParam(required = false) @Nullable String after,
            Caller caller,
            HttpServletRequest request,
            Shell shell) {
        return page(bank, after, caller, Form.empty(), request, shell);
    }

    @PostMapping(BANK + "/hashes")
    @Access(
            value = {Role.MODERATOR, Role.CUSTODIAN, Role.ADMINISTRATOR},
            freshProof = true)
    ModelAndView add(@PathVariable UUID bank, Caller caller, Form form, HttpServletRequest request, Shell shell) {
        return form.submit(
                () -> {
                    HashAlgorithm otherwise = EnumLabels.read(HashAlgorithm.class, form, "algorithm");
                    AddedHashes added =
                            banks.add(bank, HashLines.read("hashes", form.text("hashes"), otherwise), caller);
                    return shell.redirect(
                            HashBankPages.PATH + "/" + bank,
                            PageNotice.ok(say(
                                    "Added: {0}. Known before: {1}. They match from now on.",
                                    added.added(), added.known())));
                },
                again -> page(bank, null, caller, again, request, shell));
    }

    @PostMapping(BANK + "/switch")
    @Access(
            value = {Role.MODERATOR, Role.CUSTODIAN, Role.ADMINISTRATOR},
            freshProof = true)
    ModelAndView set(@PathVariable UUID bank, Caller caller, Form form, HttpServletRequest request, Shell shell) {
        return form.submit(
                () -> {
                    banks.set(bank, form.checked("enabled"), caller);
                    return shell.redirect(
                            HashBankPages.PATH + "/" + bank,
                            PageNotice.ok(HashBankWords.switched(banks.bank(bank, caller), form.checked("enabled"))));
                },
                again -> page(bank, null, caller, again, request, shell));
    }

    @GetMapping(HASH)
    ModelAndView hash(
            @PathVariable UUID bank, @PathVariable long hash, Caller caller, HttpServletRequest request, Shell shell) {
        return shows(banks.bank(bank, caller), request)
                ? page(bank, hash, caller, Form.empty(), shell)
                : shell.redirect(HashBankPages.PATH + "/" + bank);
    }

    @PostMapping(HASH + "/withdrawal")
    @Access(
            value = {Role.MODERATOR, Role.CUSTODIAN, Role.ADMINISTRATOR},
            freshProof = true)
    ModelAndView withdraw(
            @PathVariable UUID bank,
            @PathVariable long hash,
            Caller caller,
            Form form,
            HttpServletRequest request,
            Shell shell) {
        return form.submit(
                () -> {
                    banks.withdraw(bank, hash, form.text("because"), caller);
                    return shell.redirect(
                            HashBankPages.PATH + "/" + bank,
                            PageNotice.ok(say("The hash is withdrawn: it matches no more.")));
                },
                again -> shows(banks.bank(bank, caller), request)
                        ? page(bank, hash, caller, again, shell)
                        : page(bank, null, caller, again, request, shell));
    }

    private boolean shows(HashBank bank, HttpServletRequest request) {
        return !bank.meaning().isForFewEyes() || signIn.isFresh(request);
    }

    private ModelAndView page(UUID id, long hash, Caller caller, Form form, Shell shell) {
        BankedHash one = banks.hash(id, hash, caller);
        Map<String, Object> model = new HashMap<>();
        model.put("bank", banks.bank(id, caller));
        model.put("hash", one);
        model.put("names", names(banks.bank(id, caller), List.of(one)));
        model.put("form", form);
        return shell.page("dash/banked-hash", model);
    }

    private ModelAndView page(
            UUID id, @Nullable String after, Caller caller, Form form, HttpServletRequest request, Shell shell) {
        HashBank bank = banks.bank(id, caller);
        Page<BankedHash> hashes =
                shows(bank, request) ? banks.hashes(id, after, ROWS, caller) : new Page<>(List.of(), null);
        Map<String, Object> model = new HashMap<>();
        model.put("bank", bank);
        model.put("second", banks.isSecondPerson(bank, caller));
        model.put("hashes", hashes);
        model.put("hidden", !shows(bank, request));
        model.put("fresh", signIn.isFresh(request));
        model.put("names", names(bank, hashes.items()));
        model.put("algorithms", HashBankWords.algorithms());
        model.put("form", form);
        return shell.page("dash/hash-bank", model);
    }

    private StaffNames names(HashBank bank, List<BankedHash> hashes) {
        List<@Nullable AccountId> people = new ArrayList<>();
        people.add(bank.offAsked() == null ? null : bank.offAsked().by());
        for (BankedHash hash : hashes) {
            people.add(hash.addedBy());
            people.add(hash.withdrawal() == null ? null : hash.withdrawal().by());
        }
        return StaffNames.of(identity, people);
    }
}
