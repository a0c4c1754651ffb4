package network.fanz.content.intelligence.marks;

import java.nio.charset.StandardCharsets;

/**
 * A piece of a file that tells of the file.
 *
 * @param kind as its format calls it
 * @param text its bytes as Latin letters, without those that are 0
 */
record MetadataPiece(String kind, String text) {
    static MetadataPiece of(String kind, byte[] bytes) {
        return new MetadataPiece(kind, new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", ""));
    }
}
