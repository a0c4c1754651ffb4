package network.fanz.content.catalogue;

/**
 * Says whether something that only adults may see may go out to somebody now. Each kind must be there and say yes at every single request;
 * one that is missing or fails has said no.
 */
public interface DeliveryGate {
    /** Who must agree: the list is closed. */
    enum DeliveryKind {
        /** The viewer has shown that they are of age, as the place asks where they are. */
        AGE
    }

    DeliveryKind kind();

    boolean isClear(Viewer viewer);
}
