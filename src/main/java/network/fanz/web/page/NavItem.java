package network.fanz.web.page;

import static network.fanz.common.Role.ADMINISTRATOR;
import static network.fanz.common.Role.ANALYST;
import static network.fanz.common.Role.CREATOR;
import static network.fanz.common.Role.CUSTODIAN;
import static network.fanz.common.Role.EXECUTIVE;
import static network.fanz.common.Role.FAN;
import static network.fanz.common.Role.FINANCE;
import static network.fanz.common.Role.MODERATOR;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import network.fanz.common.Role;
import network.fanz.web.place.Brand;

/**
 * A line of a brand's navigation. Only pages that exist are listed.
 *
 * @param path where it leads
 * @param icon a symbol of the sprite
 * @param text what the reader sees
 * @param roles who sees it; empty for everybody
 */
public record NavItem(String path, String icon, String text, Set<Role> roles) {
    private static final List<NavItem> FANS = List.of(
            item("/", "home", "Home"),
            item("/creators", "users", "Creators"),
            item("/library", "save", "Library", FAN, CREATOR),
            item("/wallet", "wallet", "Wallet", FAN, CREATOR),
            item("/offer", "gift", "Your pass", CREATOR));
    private static final List<NavItem> DASH = List.of(
            item("/", "chart", "Overview", EXECUTIVE, ANALYST, FINANCE, ADMINISTRATOR, MODERATOR, CUSTODIAN),
            item("/security/alerts", "bell", "Alerts", ANALYST, ADMINISTRATOR),
            item("/security/events", "shield", "Events", ANALYST, ADMINISTRATOR),
            item("/security/blocks", "lock", "Blocked", ANALYST, ADMINISTRATOR),
            item("/finance/payments", "card", "Payments", FINANCE, ADMINISTRATOR),
            item("/finance/trial-balance", "scale", "Balance", FINANCE, ADMINISTRATOR),
            item("/finance/journal", "book", "Journal", FINANCE, ADMINISTRATOR),
            item("/users", "users", "Users", ADMINISTRATOR),
            item("/operations", "gear", "Operations", ADMINISTRATOR));

    static List<NavItem> of(Brand brand, Set<Role> roles) {
        return switch (brand) {
            case TUBE, ELITE, SPICY, MEET ->
                FANS.stream().filter(item -> item.isFor(roles)).toList();
            case DASH -> DASH.stream().filter(item -> item.isFor(roles)).toList();
            case AUTH -> List.of();
        };
    }

    private static NavItem item(String path, String icon, String text, Role... roles) {
        return new NavItem(path, icon, text, Set.copyOf(Arrays.asList(roles)));
    }

    private boolean isFor(Set<Role> held) {
        return roles.isEmpty() || roles.stream().anyMatch(held::contains);
    }

    /** Whether the page at this path is the item's own, or one below it. */
    public boolean isCurrent(String page) {
        return page.equals(path) || (!"/".equals(path) && page.startsWith(path + "/"));
    }
}
