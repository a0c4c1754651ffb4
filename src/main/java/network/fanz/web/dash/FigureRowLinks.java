package network.fanz.web.dash;

import network.fanz.insight.analytics.FigureRow;
import network.fanz.web.page.Shell;
import org.jspecify.annotations.Nullable;

/** Where a figure's row is shown by the module that owns it. */
public final class FigureRowLinks {
    private FigureRowLinks() {}

    /** Null where there is no page that the reader may see. */
    public static @Nullable String of(Shell shell, FigureRow row) {
        return switch (row.kind()) {
            case "alert" -> SectionAccess.security(shell) ? shell.to("/security/alerts/" + row.id()) : null;
            case "payment", "refund" ->
                SectionAccess.books(shell)
                        ? shell.to("/finance/journal?referenceType=" + row.kind() + "&referenceId=" + row.id())
                        : null;
            case "account", "creator" -> SectionAccess.users(shell) ? shell.to("/users/" + row.id()) : null;
            default -> null;
        };
    }
}
