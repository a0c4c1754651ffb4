package network.fanz.common;

import java.util.List;

/** A module that keeps something about people, and what of it they may have as a file. */
public interface OwnRecords {
    /** In the order of the file. */
    List<OwnSection<?>> sections();
}
