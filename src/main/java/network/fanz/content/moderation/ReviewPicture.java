package network.fanz.content.moderation;

import java.nio.channels.ReadableByteChannel;

/**
 * A picture that whoever has an item in hand looks at.
 *
 * @param length bytes
 */
public record ReviewPicture(String mediaType, long length, ReadableByteChannel bytes) {}
