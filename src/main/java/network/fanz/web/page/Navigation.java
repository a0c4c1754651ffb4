package network.fanz.web.page;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import network.fanz.common.Brand;
import network.fanz.common.Role;
import network.fanz.web.brand.PageAccess;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * The brands' navigation, each line with its icon. Only pages that exist are listed. FanzDash shows a line to the readers whom its page
 * lets in, so that no line leads to a refusal. The fans' sites show what is meant for fans and creators, though others may look too.
 */
@Component
final class Navigation implements SmartInitializingSingleton {
    private static final List<NavItem> FANS = List.of(
            new NavItem("/", "home", "Home"),
            new NavItem("/creators", "users", "Creators"),
            new NavItem("/library", "save", "Library", Role.FAN, Role.CREATOR),
            new NavItem("/wallet", "wallet", "Wallet", Role.FAN, Role.CREATOR),
            new NavItem("/offer", "gift", "Your pass", Role.CREATOR));
    private static final NavItem WORKS = new NavItem("/studio/works", "film", "Works", Role.CREATOR);
    private static final NavItem UPLOADS = new NavItem("/studio/uploads", "plus", "Uploads", Role.CREATOR);
    private static final List<NavItem> DASH = List.of(
            new NavItem("/", "chart", "Overview"),
            new NavItem("/security/alerts", "bell", "Alerts"),
            new NavItem("/security/events", "shield", "Events"),
            new NavItem("/security/blocks", "lock", "Blocked"),
            new NavItem("/moderation/queue", "check", "Moderation"),
            new NavItem("/moderation/banks", "film", "Hash banks"),
            new NavItem("/finance/payments", "card", "Payments"),
            new NavItem("/finance/creators", "wallet", "Earnings"),
            new NavItem("/finance/trial-balance", "scale", "Balance"),
            new NavItem("/finance/journal", "book", "Journal"),
            new NavItem("/records", "doc", "Records"),
            new NavItem("/users", "users", "Users"),
            new NavItem("/compliance/verifications", "key", "Identity"),
            new NavItem("/operations", "gear", "Operations"));

    private final PageAccess pageAccess;
    private volatile List<NavItem> dash = List.of();

    Navigation(PageAccess pageAccess) {
        this.pageAccess = pageAccess;
    }

    /** A line without its page stops the start. */
    @Override
    public void afterSingletonsInstantiated() {
        dash = DASH.stream()
                .map(item -> item.shownTo(pageAccess.rolesFor(Brand.DASH, item.path())))
                .toList();
    }

    List<NavItem> of(Brand brand, Set<Role> roles) {
        List<NavItem> lines = brand == Brand.DASH ? dash : lines(brand);
        return lines.stream().filter(item -> item.isFor(roles)).toList();
    }

    /** All lines that a brand may show. */
    static List<NavItem> lines(Brand brand) {
        return switch (brand.audience()) {
            case FANS ->
                brand == Brand.TUBE
                        ? Stream.concat(FANS.stream(), Stream.of(WORKS, UPLOADS))
                                .toList()
                        : FANS;
            case STAFF -> DASH;
            case EVERYBODY -> List.of();
        };
    }
}
