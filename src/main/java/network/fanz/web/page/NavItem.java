package network.fanz.web.page;

import static network.fanz.common.Language.say;

import java.util.Set;
import network.fanz.common.Role;

/**
 * A line of a brand's navigation.
 *
 * @param path where it leads
 * @param icon a symbol of the sprite
 * @param text what the reader sees, in English as it is kept
 * @param roles who sees it; empty for everybody
 */
public record NavItem(String path, String icon, String text, Set<Role> roles) {
    NavItem(String path, String icon, String text, Role... roles) {
        this(path, icon, text, Set.of(roles));
    }

    /** In the reader's language. */
    @Override
    public String text() {
        return say(text);
    }

    NavItem shownTo(Set<Role> others) {
        return new NavItem(path, icon, text, others);
    }

    boolean isFor(Set<Role> held) {
        return roles.isEmpty() || roles.stream().anyMatch(held::contains);
    }

    /** Whether the page at this path is the item's own, or one below it. */
    public boolean isCurrent(String page) {
        return page.equals(path) || (!"/".equals(path) && page.startsWith(path + "/"));
    }
}
