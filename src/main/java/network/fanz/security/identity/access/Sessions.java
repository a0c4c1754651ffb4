package network.fanz.security.identity.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import network.fanz.security.identity.sessions.Holder;
import network.fanz.security.identity.sessions.Standing;

/** Reads who is signed in from the request's session. */
public final class Sessions {
    private Sessions() {}

    public static Optional<Standing> standing(HttpServletRequest request) {
        return attribute(request, Standing.ATTRIBUTE, Standing.class);
    }

    /** Empty also in the request that signs in: the account is read with the session, from the next request on. */
    public static Optional<Holder> holder(HttpServletRequest request) {
        return attribute(request, Holder.ATTRIBUTE, Holder.class);
    }

    /** Whether the session may do what its account may: signed in, and with the second factor where one is needed. */
    public static boolean isComplete(HttpServletRequest request) {
        return standing(request)
                .flatMap(standing ->
                        holder(request).map(holder -> standing.secondFactor() || !holder.needsSecondFactor()))
                .orElse(false);
    }

    private static <T> Optional<T> attribute(HttpServletRequest request, String name, Class<T> type) {
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable(type.cast(session.getAttribute(name)));
    }
}
