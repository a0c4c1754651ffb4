package network.fanz.content.media.pictures;

import java.nio.charset.StandardCharsets;
import network.fanz.content.media.PictureRefusal;
import network.fanz.content.media.PictureRefused;

/** The bytes of a file, none of which are read behind its end. */
final class PictureBytes {
    private static final int BYTE = 0xFF;

    private final byte[] bytes;

    PictureBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    int length() {
        return bytes.length;
    }

    byte[] array() {
        return bytes;
    }

    int one(int at) throws PictureRefused {
        if (at < 0 || at >= bytes.length) {
            throw PictureRefusal.DAMAGED.refused();
        }
        return bytes[at] & BYTE;
    }

    /** Two bytes, the higher first. */
    int two(int at) throws PictureRefused {
        return one(at) << 8 | one(at + 1);
    }

    /** Four bytes, the highest first. */
    long four(int at) throws PictureRefused {
        return (long) two(at) << 16 | two(at + 2);
    }

    /** Three bytes, the lowest first. */
    int threeLittle(int at) throws PictureRefused {
        return one(at) | one(at + 1) << 8 | one(at + 2) << 16;
    }

    /** Four bytes, the lowest first. */
    long fourLittle(int at) throws PictureRefused {
        return threeLittle(at) | (long) one(at + 3) << 24;
    }

    boolean says(int at, String ascii) {
        byte[] wanted = ascii.getBytes(StandardCharsets.ISO_8859_1);
        if (at < 0 || at + wanted.length > bytes.length) {
            return false;
        }
        for (int index = 0; index < wanted.length; index++) {
            if (bytes[at + index] != wanted[index]) {
                return false;
            }
        }
        return true;
    }

    /** @throws PictureRefused if it is less than {@code most} bytes to the end */
    void require(int at, long length) throws PictureRefused {
        if (length < 0 || at + length > bytes.length) {
            throw PictureRefusal.DAMAGED.refused();
        }
    }
}
