package network.fanz.content.intelligence.marks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the pieces of a file that tell of it, in the formats that are taken: JPEG's segments, PNG's and WebP's chunks, the boxes of MP4 and
 * its kin. What does not read as its format says ends the search.
 */
final class FileParts {
    private static final int PIECES_MAX = 64;
    private static final int STEPS_MAX = 10_000;
    private static final int PIECE_MAX = 256 * 1024;

    private static final int JPEG = 0xFFD8;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int MARKERS = 0xFF00;
    private static final String PNG = "\u0089PNG\r\n\u001a\n";
    private static final Set<String> CHUNKS = Set.of("tEXt", "iTXt", "eXIf", "caBX", "EXIF", "XMP ", "C2PA");
    private static final Set<String> BOXES = Set.of("uuid", "meta");
    private static final Set<String> FILMS = Set.of("ftyp", "moov", "mdat", "wide");
    private static final Set<Integer> SEGMENTS = Set.of(0xFFE1, 0xFFEB, 0xFFED, 0xFFFE);

    private static final int WORD = 4;
    private static final int HEAD = 12;
    private static final long EVEN = 2;

    private final SeekableByteChannel file;
    private final List<MetadataPiece> pieces = new ArrayList<>();

    private FileParts(SeekableByteChannel file) {
        this.file = file;
    }

    static List<MetadataPiece> of(SeekableByteChannel file) throws IOException {
        FileParts parts = new FileParts(file);
        ByteBuffer head = parts.read(0, HEAD);
        if (head.remaining() == HEAD) {
            parts.find(
                    head, StandardCharsets.ISO_8859_1.decode(head.duplicate()).toString());
        }
        return List.copyOf(parts.pieces);
    }

    private void find(ByteBuffer head, String text) throws IOException {
        if (Short.toUnsignedInt(head.getShort(0)) == JPEG) {
            segments();
        } else if (text.startsWith(PNG)) {
            png();
        } else if (text.startsWith("RIFF") && text.startsWith("WEBP", 2 * WORD)) {
            webp();
        } else if (FILMS.contains(text.substring(WORD, 2 * WORD))) {
            boxes();
        }
    }

    private void segments() throws IOException {
        long at = 2;
        for (int step = 0; step < STEPS_MAX; step++) {
            ByteBuffer head = read(at, WORD);
            if (head.remaining() < WORD) {
                return;
            }
            int marker = Short.toUnsignedInt(head.getShort());
            int length = Short.toUnsignedInt(head.getShort());
            if (marker < MARKERS || marker == START_OF_SCAN || length < 2) {
                return;
            }
            if (SEGMENTS.contains(marker)) {
                keep(Integer.toHexString(marker), at + WORD, length - 2L);
            }
            at += 2L + length;
        }
    }

    private void png() throws IOException {
        long at = PNG.length();
        for (int step = 0; step < STEPS_MAX; step++) {
            ByteBuffer head = read(at, 2 * WORD);
            if (head.remaining() < 2 * WORD) {
                return;
            }
            long length = Integer.toUnsignedLong(head.getInt());
            chunk(name(head), at + 2 * WORD, length);
            at += 2 * WORD + length + WORD;
        }
    }

    private void webp() throws IOException {
        long at = HEAD;
        for (int step = 0; step < STEPS_MAX; step++) {
            ByteBuffer head = read(at, 2 * WORD);
            if (head.remaining() < 2 * WORD) {
                return;
            }
            String name = name(head);
            long length = Integer.toUnsignedLong(Integer.reverseBytes(head.getInt()));
            chunk(name, at + 2 * WORD, length);
            at += 2 * WORD + length + length % EVEN;
        }
    }

    private void chunk(String name, long from, long length) throws IOException {
        if (CHUNKS.contains(name)) {
            keep(name, from, length);
        }
    }

    /** A length of 1 says that the real one follows in eight bytes; one of 0 that the box goes to the end. */
    private void boxes() throws IOException {
        long at = 0;
        for (int step = 0; step < STEPS_MAX; step++) {
            ByteBuffer head = read(at, 2 * WORD + Long.BYTES);
            if (head.remaining() < 2 * WORD) {
                return;
            }
            long length = Integer.toUnsignedLong(head.getInt());
            String name = name(head);
            int taken = 2 * WORD;
            if (length == 1 && head.remaining() == Long.BYTES) {
                length = head.getLong();
                taken += Long.BYTES;
            } else if (length == 0) {
                length = file.size() - at;
            }
            if (length < taken || length > file.size() - at) {
                return;
            }
            if (BOXES.contains(name)) {
                keep(name, at + taken, length - taken);
            }
            at += length;
        }
    }

    private void keep(String kind, long from, long length) throws IOException {
        if (pieces.size() < PIECES_MAX) {
            ByteBuffer piece = read(from, (int) Math.min(length, PIECE_MAX));
            byte[] bytes = new byte[piece.remaining()];
            piece.get(bytes);
            pieces.add(MetadataPiece.of(kind, bytes));
        }
    }

    /** As much as there is. */
    private ByteBuffer read(long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        if (from < file.size()) {
            file.position(from);
            while (bytes.hasRemaining() && file.read(bytes) >= 0) {
                // A channel may give less than is asked for.
            }
        }
        return bytes.flip();
    }

    private static String name(ByteBuffer head) {
        byte[] name = new byte[WORD];
        head.get(name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }
}
