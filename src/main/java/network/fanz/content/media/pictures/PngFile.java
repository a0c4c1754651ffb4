package network.fanz.content.media.pictures;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;
import network.fanz.content.media.PictureRefusal;
import network.fanz.content.media.PictureRefused;
import network.fanz.content.media.pictures.PictureFile.PictureFormat;

/** Reads a PNG's chunks (W3C PNG, third edition), and keeps those that its pixels are made of: no text, profile or gamma is unpacked. */
final class PngFile {
    private static final String SIGNATURE = "\u0089PNG\r\n\u001A\n";
    private static final Set<String> KEPT = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final int AROUND = 12;
    private static final int HEADER = 13;
    private static final int NAME = 4;

    private PngFile() {}

    static boolean begins(PictureBytes bytes) {
        return bytes.says(0, SIGNATURE);
    }

    static PictureFile read(PictureBytes bytes) throws PictureRefused {
        int at = SIGNATURE.length();
        if (!bytes.says(at + NAME, "IHDR") || bytes.four(at) != HEADER) {
            throw PictureRefusal.DAMAGED.refused();
        }
        long width = bytes.four(at + 2 * NAME);
        long height = bytes.four(at + 3 * NAME);
        if (width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw PictureRefusal.TOO_MANY_PIXELS.refused();
        }
        return new PictureFile(
                PictureFormat.PNG, (int) width, (int) height, false, PictureTurn.UPRIGHT, pixelsOf(bytes));
    }

    private static byte[] pixelsOf(PictureBytes bytes) throws PictureRefused {
        ByteArrayOutputStream content = new ByteArrayOutputStream(bytes.length());
        int at = SIGNATURE.length();
        content.write(bytes.array(), 0, at);
        String name;
        do {
            long length = bytes.four(at);
            bytes.require(at, length + AROUND);
            int size = Math.toIntExact(length);
            name = new String(bytes.array(), at + NAME, NAME, StandardCharsets.ISO_8859_1);
            if (name.equals("acTL")) {
                throw PictureRefusal.ANIMATED.refused();
            }
            if (KEPT.contains(name)) {
                check(bytes, at, size);
                content.write(bytes.array(), at, size + AROUND);
            } else if (Character.isUpperCase(name.charAt(0))) {
                throw PictureRefusal.UNKNOWN_KIND.refused();
            }
            at += size + AROUND;
        } while (!name.equals("IEND"));
        if (at < bytes.length()) {
            throw PictureRefusal.MORE_BEHIND_IT.refused();
        }
        return content.toByteArray();
    }

    private static void check(PictureBytes bytes, int at, int size) throws PictureRefused {
        CRC32 sum = new CRC32();
        sum.update(bytes.array(), at + NAME, size + NAME);
        if (sum.getValue() != bytes.four(at + 2 * NAME + size)) {
            throw PictureRefusal.DAMAGED.refused();
        }
    }
}
