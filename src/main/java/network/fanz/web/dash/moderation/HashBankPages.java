package network.fanz.web.dash.moderation;

import static network.fanz.common.Language.say;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.Role;
import network.fanz.content.moderation.BankAdministration;
import network.fanz.content.moderation.BankMatch;
import network.fanz.content.moderation.BankMeaning;
import network.fanz.content.moderation.HashAlgorithm;
import network.fanz.content.moderation.HashBank;
import network.fanz.content.moderation.NewHash;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.dash.EnumLabels;
import network.fanz.web.form.FieldChecks;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The banks of hashes: all of them, a new one, and the search for a hash. */
@Controller
@OnBrands(Brand.DASH)
@Access({Role.MODERATOR, Role.CUSTODIAN, Role.ADMINISTRATOR})
final class HashBankPages {
    static final String PATH = "/moderation/banks";

    private final BankAdministration banks;

    HashBankPages(BankAdministration banks) {
        this.banks = banks;
    }

    @GetMapping(PATH)
    ModelAndView banks(Caller caller, Shell shell) {
        return page(null, caller, Form.empty(), shell);
    }

    @PostMapping(PATH)
    @Access(
            value = {Role.MODERATOR, Role.CUSTODIAN, Role.ADMINISTRATOR},
            freshProof = true)
    ModelAndView make(Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    FieldChecks fields = new FieldChecks();
                    Supplier<String> name = fields.read(() -> form.text("name"));
                    Supplier<String> source = fields.read(() -> form.text("source"));
                    Supplier<BankMeaning> meaning =
                            fields.read(() -> EnumLabels.read(BankMeaning.class, form, "meaning"));
                    fields.refuseWrong();
                    HashBank made = banks.make(name.get(), source.get(), meaning.get(), caller);
                    return shell.redirect(
                            PATH + "/" + made.id(), PageNotice.ok(say("The bank is made. Add its hashes here.")));
                },
                again -> page(null, caller, again, shell));
    }

    @PostMapping(PATH + "/search")
    @Access(
            value = {Role.MODERATOR, Role.CUSTODIAN, Role.ADMINISTRATOR},
            freshProof = true)
    ModelAndView search(Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    FieldChecks fields = new FieldChecks();
                    Supplier<HashAlgorithm> algorithm =
                            fields.read(() -> EnumLabels.read(HashAlgorithm.class, form, "algorithm"));
                    Supplier<String> hash = fields.read(() -> form.text("hash"));
                    fields.refuseWrong();
                    List<BankMatch> found = banks.matches(new NewHash(algorithm.get(), hash.get(), null), caller);
                    return page(found, caller, form, shell);
                },
                again -> page(null, caller, again, shell));
    }

    /** @param found what was searched for; null if nothing was */
    private ModelAndView page(@Nullable List<BankMatch> found, Caller caller, Form form, Shell shell) {
        List<HashBank> all = banks.banks(caller);
        Map<UUID, String> names = all.stream().collect(Collectors.toMap(HashBank::id, HashBank::name));
        Map<String, Object> model = new HashMap<>();
        model.put("banks", all);
        model.put("names", names);
        model.put("found", found);
        model.put("meanings", HashBankWords.meanings(BankAdministration.meanings(caller)));
        model.put("algorithms", HashBankWords.algorithms());
        model.put("form", form);
        return shell.page("dash/hash-banks", model);
    }
}
