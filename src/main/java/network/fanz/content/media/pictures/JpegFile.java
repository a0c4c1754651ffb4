package network.fanz.content.media.pictures;

import java.io.ByteArrayOutputStream;
import network.fanz.content.media.PictureRefusal;
import network.fanz.content.media.PictureRefused;
import network.fanz.content.media.pictures.PictureFile.PictureFormat;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JPEG's markers (ITU-T T.81, annex B). Behind the picture may stand nothing but further JPEGs, as telephones write them for bright
 * screens.
 */
final class JpegFile {
    private static final int MARK = 0xFF;
    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;
    private static final int SCAN = 0xDA;
    private static final int TABLE = 0xC4;
    private static final int FIRST_FRAME = 0xC0;
    private static final int PROGRESSIVE = 0xC2;
    private static final int LAST_FRAME = 0xCF;
    private static final int FIRST_APPLICATION = 0xE0;
    private static final int ADOBE = 0xEE;
    private static final int LAST_APPLICATION = 0xEF;
    private static final int COMMENT = 0xFE;
    private static final int BITS = 8;
    private static final int EXIF = 0xE1;
    private static final String EXIF_BEGINS = "Exif\0\0";
    /** The whole segment with a shape of its pixels of 1 to 1 and no small picture. */
    private static final byte[] JFIF = {
        (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };

    /** Each pass over a progressive picture costs time for every one of its pixels. */
    private static final int SCANS_MAX = 64;
    /** Cameras put some smaller ones behind the first. */
    private static final int MORE_MAX = 8;

    private final PictureBytes bytes;
    private final boolean kept;
    private final ByteArrayOutputStream content;
    private int at;
    private int scans;
    private PictureTurn turn = PictureTurn.UPRIGHT;
    private @Nullable PictureFile frame;

    /** @param kept whether anybody wants its content */
    private JpegFile(PictureBytes bytes, int from, boolean kept) {
        this.bytes = bytes;
        this.at = from;
        this.kept = kept;
        this.content = new ByteArrayOutputStream(kept ? bytes.length() : 0);
    }

    static boolean begins(PictureBytes bytes) {
        return begins(bytes, 0);
    }

    private static boolean begins(PictureBytes bytes, int at) {
        return bytes.says(at, "\u00FF\u00D8\u00FF");
    }

    static PictureFile read(PictureBytes bytes) throws PictureRefused {
        JpegFile first = new JpegFile(bytes, 0, true);
        PictureFile picture = first.picture();
        int end = first.at;
        for (int more = 0; more < MORE_MAX && begins(bytes, end); more++) {
            JpegFile next = new JpegFile(bytes, end, false);
            next.picture();
            end = next.at;
        }
        for (; end < bytes.length(); end++) {
            if (bytes.one(end) != 0) {
                throw PictureRefusal.MORE_BEHIND_IT.refused();
            }
        }
        return picture;
    }

    private PictureFile picture() throws PictureRefused {
        copy(at, at + 2);
        at += 2;
        for (int marker = marker(); marker != END; marker = marker()) {
            segment(marker);
        }
        content.write(MARK);
        content.write(END);
        if (frame == null || scans == 0) {
            throw PictureRefusal.DAMAGED.refused();
        }
        return new PictureFile(
                PictureFormat.JPEG, frame.width(), frame.height(), frame.heldWhole(), turn, content.toByteArray());
    }

    /** The next marker, before which fill bytes may stand. */
    private int marker() throws PictureRefused {
        if (bytes.one(at) != MARK) {
            throw PictureRefusal.DAMAGED.refused();
        }
        while (bytes.one(at) == MARK) {
            at++;
        }
        return bytes.one(at++);
    }

    private void segment(int marker) throws PictureRefused {
        if (marker == 0 || marker == START || marker == 1 || isRestart(marker)) {
            throw PictureRefusal.DAMAGED.refused();
        }
        int length = bytes.two(at);
        bytes.require(at, Math.max(2, length));
        if (length < 2) {
            throw PictureRefusal.DAMAGED.refused();
        }
        if (marker >= FIRST_FRAME && marker <= LAST_FRAME && marker != TABLE) {
            frame(marker, length);
        }
        int end = at + length;
        if (marker == SCAN) {
            scans++;
            if (scans > SCANS_MAX) {
                throw PictureRefusal.TOO_SLOW.refused();
            }
            end = entropyEnd(end);
        }
        describe(marker, length);
        boolean describes = marker >= FIRST_APPLICATION && marker <= LAST_APPLICATION && marker != ADOBE;
        if (!describes && marker != COMMENT) {
            content.write(MARK);
            content.write(marker);
            copy(at, end);
        }
        at = end;
    }

    /** Of what describes the picture two things count: how the camera was held, and that its colours are JFIF's. */
    private void describe(int marker, int length) {
        if (marker == EXIF && length > EXIF_BEGINS.length() + 2 && bytes.says(at + 2, EXIF_BEGINS)) {
            turn = PictureTurn.of(bytes, at + 2 + EXIF_BEGINS.length());
        } else if (marker == FIRST_APPLICATION && length >= JFIF.length - 2 && bytes.says(at + 2, "JFIF\0")) {
            content.writeBytes(JFIF);
        }
    }

    private void frame(int marker, int length) throws PictureRefused {
        if (frame != null || length < BITS) {
            throw PictureRefusal.DAMAGED.refused();
        }
        int components = bytes.one(at + 7);
        if (marker > PROGRESSIVE || bytes.one(at + 2) != BITS || components != 1 && components != 3) {
            throw PictureRefusal.UNKNOWN_KIND.refused();
        }
        boolean progressive = marker == PROGRESSIVE;
        frame = new PictureFile(
                PictureFormat.JPEG, bytes.two(at + 5), bytes.two(at + 3), progressive, turn, new byte[0]);
    }

    /** Where the coded pixels end: at the next marker that is neither a restart nor a stuffed byte. */
    private int entropyEnd(int from) throws PictureRefused {
        int end = from;
        while (true) {
            if (bytes.one(end) == MARK) {
                int next = bytes.one(end + 1);
                if (next != 0 && next != MARK && !isRestart(next)) {
                    return end;
                }
            }
            end++;
        }
    }

    private static boolean isRestart(int marker) {
        return marker >= FIRST_RESTART && marker <= LAST_RESTART;
    }

    private void copy(int from, int to) {
        if (kept) {
            content.write(bytes.array(), from, to - from);
        }
    }
}
