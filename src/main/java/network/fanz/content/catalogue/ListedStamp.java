package network.fanz.content.catalogue;

import java.util.UUID;

/**
 * That a work is published.
 *
 * @param stamp as {@link StampedWork#stamp}
 */
public record ListedStamp(UUID work, String stamp) {}
