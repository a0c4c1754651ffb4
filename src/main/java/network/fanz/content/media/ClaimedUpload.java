package network.fanz.content.media;

import java.util.UUID;

/**
 * A whole file that now belongs to a work.
 *
 * @param length bytes
 */
public record ClaimedUpload(UUID id, UploadType type, long length) {}
