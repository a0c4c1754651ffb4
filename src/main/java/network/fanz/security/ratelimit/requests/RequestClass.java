package network.fanz.security.ratelimit.requests;

import network.fanz.security.ratelimit.LimitsUnavailable;

/** What a request is for, as far as limits care. */
enum RequestClass {
    /** Files that touch no database, and what is not ours. */
    EXEMPT,
    READ,
    /** Changes something, but neither money nor who is signed in. */
    CHANGE,
    SIGN_IN,
    MONEY,
    WEBHOOK;

    /** Refused to blocked addresses. */
    boolean isRefusedToBlocked() {
        return this == SIGN_IN || this == MONEY;
    }

    /**
     * Reading goes on when nobody can count; what lets people in or moves money does not.
     *
     * @throws LimitsUnavailable for what does not
     */
    void requireCounted() {
        if (this == SIGN_IN || this == MONEY || this == WEBHOOK) {
            throw new LimitsUnavailable();
        }
    }
}
