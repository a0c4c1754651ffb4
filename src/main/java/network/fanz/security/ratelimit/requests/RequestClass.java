package network.fanz.security.ratelimit.requests;

import java.util.Set;
import network.fanz.security.ratelimit.LimitsUnavailable;

/** What a request is for, as far as limits care. */
public enum RequestClass {
    /** Files that touch no database, and what is not ours. */
    EXEMPT,
    /** A page that is the same for everybody and touches no database. */
    PLAIN,
    READ,
    /** Changes something, but neither money nor who is signed in. */
    CHANGE,
    SIGN_IN,
    MONEY,
    WEBHOOK;

    /** Requests of people and their programs; providers send the others. */
    public static final Set<RequestClass> OF_CLIENTS = Set.of(PLAIN, READ, CHANGE, SIGN_IN, MONEY);

    /** Refused to blocked addresses. */
    boolean isRefusedToBlocked() {
        return this == SIGN_IN || this == MONEY;
    }

    /**
     * Requires that the request was counted, if it lets people in or moves money. Reading goes on when the store is down.
     *
     * @throws LimitsUnavailable for a request that must not go on uncounted
     */
    void requireCounted() {
        if (this == SIGN_IN || this == MONEY || this == WEBHOOK) {
            throw new LimitsUnavailable();
        }
    }
}
