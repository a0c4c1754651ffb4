package network.fanz.content.media;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A rendition as it was made.
 *
 * @param name its own under the upload, also a part of its address, such as {@code 720p/00001.m4s}
 * @param mediaType RFC 6838
 * @param width pixels; 0 where it has none, as {@code height}
 * @param file its bytes; whoever made it deletes it afterwards
 */
public record NewRendition(String name, RenditionKind kind, String mediaType, int width, int height, Path file) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9_-][a-z0-9._-]*(/[a-z0-9_-][a-z0-9._-]*)?");
    private static final int NAME_MAX = 80;

    /** @throws IllegalArgumentException if the name is none */
    public NewRendition {
        if (!isName(name)) {
            throw new IllegalArgumentException("Not a rendition's name: " + name);
        }
    }

    /** Whether a rendition can have that name. */
    static boolean isName(String name) {
        return name.length() <= NAME_MAX && NAME.matcher(name).matches();
    }
}
