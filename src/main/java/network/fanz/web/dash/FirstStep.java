package network.fanz.web.dash;

import org.jspecify.annotations.Nullable;

/**
 * One of the steps from a fresh installation to the first money.
 *
 * @param text what it is, and how it is done
 * @param address where it is done; null where the reader cannot do it
 * @param done whether it has happened here
 */
public record FirstStep(String title, String text, @Nullable String address, boolean done) {}
