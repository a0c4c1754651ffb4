package network.fanz.web.auth;

import static network.fanz.common.Language.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.fanz.common.Brand;
import network.fanz.common.Role;
import network.fanz.security.identity.Account;
import network.fanz.security.identity.SessionRecord;
import network.fanz.web.page.Shell;

/**
 * Where somebody goes on from their own account's page, which is no place to stay.
 *
 * @param address a page of a brand
 */
public record NextStep(String text, String address) {
    /**
     * What each role does next, the most likely first.
     *
     * @param home the fans' site from which the account signed in last; empty if it has come from none
     * @param offersPass whether the creator sells a pass
     */
    static List<NextStep> of(Account account, Optional<Brand> home, boolean offersPass, Shell shell) {
        List<NextStep> steps = new ArrayList<>();
        if (account.roles().stream().anyMatch(Role::isStaff)) {
            steps.add(new NextStep(say("Open {0}", Brand.DASH.title()), shell.at(Brand.DASH, "/")));
        }
        if (account.roles().contains(Role.CREATOR) && !offersPass) {
            steps.add(new NextStep(say("Set your pass"), shell.at(home.orElse(Brand.TUBE), "/offer")));
        }
        if (account.roles().stream().anyMatch(role -> !role.isStaff())) {
            steps.addAll(guests(home, shell));
        }
        return steps;
    }

    /** The site that they know, or all of them. */
    static List<NextStep> guests(Optional<Brand> home, Shell shell) {
        return home
                .map(List::of)
                .orElseGet(() -> Brand.fronts().stream().filter(Brand::forFans).toList())
                .stream()
                .map(brand -> new NextStep(say("Go on to {0}", brand.title()), shell.at(brand, "/sign-in?page=%2F")))
                .toList();
    }

    /** The fans' site that an account used last, by its sessions with the latest first. */
    static Optional<Brand> home(List<SessionRecord> sessions) {
        return sessions.stream()
                .flatMap(session -> session.platforms().stream())
                .flatMap(platform -> Brand.labelled(platform).stream())
                .filter(Brand::forFans)
                .findFirst();
    }
}
