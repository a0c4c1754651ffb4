package network.fanz.content.media;

import java.util.UUID;

/**
 * What is shown of an upload, or a part of it: made of its bytes by this program, and never they themselves.
 *
 * @param bundle what was made together with it
 * @param name its own under the upload
 * @param mediaType RFC 6838
 * @param length bytes
 * @param sha256 of its bytes, in small hexadecimal digits
 * @param width pixels; 0 where it has none, as {@code height}
 * @param address in the object store
 */
public record Rendition(
        UUID upload,
        String bundle,
        String name,
        RenditionKind kind,
        String mediaType,
        long length,
        String sha256,
        int width,
        int height,
        String address) {}
