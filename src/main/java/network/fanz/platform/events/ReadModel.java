package network.fanz.platform.events;

/**
 * What a subscription builds from events alone, so that it can be built again from the log. The new one is built beside the one that is
 * read, which stays as it is and goes on taking events until the new one has them all too. So nobody ever reads a half.
 */
public interface ReadModel {
    /** Handles the same events as the subscription that builds what is read, and writes them into what is being built. */
    Subscription beside();

    /** Makes room for a new one, empty, and forgets another that was being built. Joins the transaction that starts the replay. */
    void begin();

    boolean isBeingBuilt();

    /** From this transaction's commit on the new one is read. It has every event that the old one has. */
    void swap();
}
