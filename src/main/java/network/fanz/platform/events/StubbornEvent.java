package network.fanz.platform.events;

import java.util.List;

/**
 * Remembers the event that a subscription does not get past. A transaction that ends as a whole does not say which of its events ended it,
 * and one failure of the moment says nothing at all; so events are then handled alone, and each failure with the same one is a strike.
 */
final class StubbornEvent {
    private static final int STRIKES_MAX = 10;
    /** An overrun holds everybody up for as long as a transaction may take, so three are enough. */
    private static final int STRIKES_FOR_OVERRUN = 4;

    private long until;
    private long seq;
    private int strikes;

    /** Whether the next events are to be handled alone. */
    boolean isSuspected() {
        return until > 0;
    }

    boolean isGivenUp() {
        return strikes >= STRIKES_MAX;
    }

    /** @param inHand the events that the handler had when the transaction ended */
    void blame(List<StoredEvent> inHand, boolean overrun) {
        int more = overrun ? STRIKES_FOR_OVERRUN : 1;
        long first = inHand.getFirst().seq();
        strikes = seq == first ? strikes + more : more;
        seq = first;
        until = Math.max(until, inHand.getLast().seq());
    }

    /** @param cursor all events up to here are handled or parked */
    void passed(long cursor) {
        if (cursor >= until) {
            until = 0;
        }
        if (cursor >= seq) {
            strikes = 0;
        }
    }
}
