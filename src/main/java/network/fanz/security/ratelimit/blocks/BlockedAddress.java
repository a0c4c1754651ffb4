package network.fanz.security.ratelimit.blocks;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** What a request from a blocked address carries along that was let through the door for its device's sake. */
public final class BlockedAddress {
    private static final String REFUSAL = BlockedAddress.class.getName();

    private BlockedAddress() {}

    /** Lets the request go on until it is known whom it is about. */
    public static void spare(HttpServletRequest request, AddressRefused refusal) {
        request.setAttribute(REFUSAL, refusal);
    }

    /** @throws AddressRefused if the current request's address is blocked */
    public static void refuse() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null
                && request.getAttribute(REFUSAL, RequestAttributes.SCOPE_REQUEST) instanceof AddressRefused refusal) {
            throw refusal;
        }
    }
}
