package network.fanz.web.dash.moderation;

import static network.fanz.common.Language.say;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.Role;
import network.fanz.content.moderation.Policies;
import network.fanz.content.moderation.PolicyVersion;
import network.fanz.security.identity.Identity;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.dash.StaffNames;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The policy's versions: one is drafted, tried beside the one in force, and put into force by somebody else. */
@Controller
@OnBrands(Brand.DASH)
@Access({Role.MODERATOR, Role.ADMINISTRATOR})
final class PolicyPages {
    private static final String PATH = "/moderation/policy";

    private final Policies policies;
    private final Identity identity;

    PolicyPages(Policies policies, Identity identity) {
        this.policies = policies;
        this.identity = identity;
    }

    @GetMapping(PATH)
    ModelAndView versions(Shell shell) {
        return list(Form.empty(), shell);
    }

    @PostMapping(PATH)
    ModelAndView draft(Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    PolicyVersion made = policies.draft(form.text("document"), caller.requireAccount());
                    return shell.redirect(
                            PATH + "/" + made.number(),
                            PageNotice.ok(say("The draft is made. Nothing follows it yet.")));
                },
                again -> list(again, shell));
    }

    @GetMapping(PATH + "/{number}")
    ModelAndView version(@PathVariable("number") int number, Caller caller, Shell shell) {
        return page(number, caller, Form.empty(), shell);
    }

    @PostMapping(PATH + "/{number}/trial")
    ModelAndView tryOut(@PathVariable("number") int number, Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    policies.tryOut(number, caller.requireAccount());
                    return shell.redirect(
                            PATH + "/" + number, PageNotice.ok(say("Tried out. Here is what it would change.")));
                },
                again -> page(number, caller, again, shell));
    }

    @PostMapping(PATH + "/{number}/switch")
    @Access(
            value = {Role.MODERATOR, Role.ADMINISTRATOR},
            freshProof = true)
    ModelAndView putIntoForce(@PathVariable("number") int number, Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    policies.putIntoForce(number, caller.requireAccount());
                    return shell.redirect(PATH, PageNotice.ok(say("It is in force for all that comes from now on.")));
                },
                again -> page(number, caller, again, shell));
    }

    private ModelAndView list(Form form, Shell shell) {
        List<PolicyVersion> versions = policies.versions();
        Map<String, Object> model = new HashMap<>();
        model.put("versions", versions);
        model.put(
                "live",
                versions.stream()
                        .filter(version -> version.state() == PolicyVersion.PolicyState.LIVE)
                        .findFirst()
                        .orElseThrow());
        model.put("form", form);
        model.put(
                "names",
                StaffNames.of(
                        identity, versions.stream().map(PolicyVersion::madeBy).toList()));
        return shell.page("dash/policies", model);
    }

    private ModelAndView page(int number, Caller caller, Form form, Shell shell) {
        PolicyVersion version = policies.version(number);
        Map<String, Object> model = new HashMap<>();
        model.put("version", version);
        model.put("second", policies.isSecondPerson(version, caller.requireAccount()));
        model.put("form", form);
        model.put(
                "names",
                StaffNames.of(
                        identity,
                        Stream.of(version.madeBy(), version.liveBy())
                                .filter(each -> each != null)
                                .toList()));
        return shell.page("dash/policy", model);
    }
}
