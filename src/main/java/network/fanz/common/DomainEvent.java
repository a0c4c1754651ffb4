package network.fanz.common;

/**
 * Something that has happened, told to all who listen. Implemented by records marked with {@link EventType}; they carry ids and
 * amounts, never personal data.
 */
public interface DomainEvent {
    /** Events of the same key reach every subscriber in the order in which they were published. Never empty. */
    String key();

    /** Whether the log forgets it minutes after every subscription has seen it. What strangers can cause again and again is of this kind. */
    default boolean passing() {
        return false;
    }
}
