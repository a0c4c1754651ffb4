package network.fanz.content.media.pictures;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import network.fanz.content.media.PictureRefusal;
import network.fanz.content.media.PictureRefused;
import network.fanz.content.media.pictures.PictureFile.PictureFormat;

/** Reads a WebP's chunks (RFC 9649), and keeps the one that its pixels are made of, with its transparency. */
final class WebpFile {
    private static final int HEAD = 12;
    private static final int AROUND = 8;
    private static final int LOSSY_SIZE = AROUND + 6;
    private static final int SIDE_BITS = 0x3FFF;
    private static final int LOSSLESS_SIDE_BITS = 14;
    private static final String LOSSY_SIGNATURE = "\u009D\u0001*";
    private static final int LOSSLESS_SIGNATURE = 0x2F;
    private static final int WITH_ALPHA = 0x10;
    private static final Set<String> ANIMATION = Set.of("ANIM", "ANMF");
    private static final Set<String> PIXELS = Set.of("VP8 ", "VP8L");

    private final PictureBytes bytes;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private int canvasWidth;
    private int canvasHeight;
    private int width;
    private int height;

    private WebpFile(PictureBytes bytes) {
        this.bytes = bytes;
    }

    static boolean begins(PictureBytes bytes) {
        return bytes.says(0, "RIFF") && bytes.says(AROUND, "WEBP");
    }

    static PictureFile read(PictureBytes bytes) throws PictureRefused {
        return new WebpFile(bytes).picture();
    }

    private PictureFile picture() throws PictureRefused {
        long end = bytes.fourLittle(4) + AROUND;
        bytes.require(0, end);
        if (end < bytes.length()) {
            throw PictureRefusal.MORE_BEHIND_IT.refused();
        }
        for (int at = HEAD; at < end; ) {
            long length = bytes.fourLittle(at + 4);
            bytes.require(at, length + AROUND);
            int size = Math.toIntExact(length + length % 2);
            chunk(new String(bytes.array(), at, 4, StandardCharsets.ISO_8859_1), at, size);
            at += size + AROUND;
        }
        boolean sized = canvasWidth == 0 || canvasWidth == width && canvasHeight == height;
        if (width == 0 || !sized) {
            throw PictureRefusal.DAMAGED.refused();
        }
        return new PictureFile(PictureFormat.WEBP, width, height, true, PictureTurn.UPRIGHT, packed());
    }

    private void chunk(String name, int at, int size) throws PictureRefused {
        if (ANIMATION.contains(name)) {
            throw PictureRefusal.ANIMATED.refused();
        }
        if (name.equals("VP8X")) {
            canvas(at + AROUND);
        } else if (PIXELS.contains(name)) {
            if (width > 0) {
                throw PictureRefusal.DAMAGED.refused();
            }
            size(name, at);
            copy(at, size);
        } else if (name.equals("ALPH") && width == 0) {
            copy(at, size);
        }
    }

    private void canvas(int at) throws PictureRefused {
        canvasWidth = bytes.threeLittle(at + 4) + 1;
        canvasHeight = bytes.threeLittle(at + 7) + 1;
    }

    private void size(String name, int at) throws PictureRefused {
        if (name.equals("VP8L")) {
            if (bytes.one(at + AROUND) != LOSSLESS_SIGNATURE) {
                throw PictureRefusal.DAMAGED.refused();
            }
            long sides = bytes.fourLittle(at + AROUND + 1);
            width = (int) (sides & SIDE_BITS) + 1;
            height = (int) (sides >> LOSSLESS_SIDE_BITS & SIDE_BITS) + 1;
        } else {
            if (!bytes.says(at + AROUND + 3, LOSSY_SIGNATURE)) {
                throw PictureRefusal.DAMAGED.refused();
            }
            int sides = bytes.threeLittle(at + LOSSY_SIZE) | bytes.one(at + LOSSY_SIZE + 3) << 24;
            width = sides & SIDE_BITS;
            height = sides >> 16 & SIDE_BITS;
        }
    }

    private void copy(int at, int size) throws PictureRefused {
        bytes.require(at, AROUND + (long) size);
        content.write(bytes.array(), at, AROUND + size);
    }

    /** One that has transparency beside its pixels says so in front of them. */
    private byte[] packed() {
        byte[] chunks = content.toByteArray();
        boolean alpha = chunks[0] == 'A';
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        word(file, "RIFF");
        number(file, chunks.length + 4 + (alpha ? AROUND + 10 : 0), 4);
        word(file, "WEBP");
        if (alpha) {
            word(file, "VP8X");
            number(file, 10, 4);
            number(file, WITH_ALPHA, 4);
            number(file, width - 1, 3);
            number(file, height - 1, 3);
        }
        file.writeBytes(chunks);
        return file.toByteArray();
    }

    private static void word(ByteArrayOutputStream file, String ascii) {
        file.writeBytes(ascii.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The lowest byte first. */
    private static void number(ByteArrayOutputStream file, int value, int size) {
        for (int index = 0; index < size; index++) {
            file.write(value >> 8 * index);
        }
    }
}
