package network.fanz.security.ratelimit;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Whose session a request carries. It is asked where a request would be refused because of what strangers have done. */
@FunctionalInterface
public interface SessionAccounts {
    /** The account that is signed in with all factors that it needs; null if none is. */
    @Nullable String signedIn(HttpServletRequest request);
}
