package network.fanz.web.dash;

import network.fanz.common.Role;
import network.fanz.web.page.Shell;

/** Which parts of a page a reader sees. What a handler allows is said at the handler. */
public final class SectionAccess {
    private SectionAccess() {}

    public static boolean figures(Shell shell) {
        return security(shell) || shell.has(Role.EXECUTIVE) || shell.has(Role.FINANCE);
    }

    public static boolean security(Shell shell) {
        return shell.has(Role.ADMINISTRATOR) || shell.has(Role.ANALYST);
    }

    public static boolean books(Shell shell) {
        return shell.has(Role.FINANCE) || shell.has(Role.ADMINISTRATOR);
    }

    public static boolean audit(Shell shell) {
        return shell.has(Role.ADMINISTRATOR);
    }

    public static boolean users(Shell shell) {
        return shell.has(Role.ADMINISTRATOR);
    }
}
