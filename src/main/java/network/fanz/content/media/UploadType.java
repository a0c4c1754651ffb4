package network.fanz.content.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What may be uploaded. Each is told by its first bytes; what else they could be, nobody asks. */
public enum UploadType {
    JPEG("image/jpeg"),
    PNG("image/png"),
    WEBP("image/webp"),
    MP4("video/mp4"),
    QUICKTIME("video/quicktime"),
    WEBM("video/webm"),
    MATROSKA("video/matroska");

    /** So many first bytes are looked at. */
    static final int LOOKED_AT = 256;

    private static final byte[] JPEG_START = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] EBML_START = {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3};
    /** The element that says what an EBML file is (RFC 8794, 11.2.7). */
    private static final int DOC_TYPE = 0x4282;
    /** Main brands of films (ISO/IEC 14496-12, 4.3; the register of mp4ra.org); those of pictures and of sound are others. */
    private static final Set<String> MP4_BRANDS = Set.of(
            "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "iso7", "iso8", "iso9", "mp41", "mp42", "avc1", "dash",
            "M4V ", "M4VH", "M4VP", "MSNV", "mmp4", "3gp4", "3gp5", "3gp6", "3gp7");
    /** What a QuickTime film from before brands may begin with (QuickTime File Format, Overview). */
    private static final Set<String> QUICKTIME_ATOMS = Set.of("moov", "mdat", "wide");

    private final String mediaType;

    UploadType(String mediaType) {
        this.mediaType = mediaType;
    }

    /** As HTTP calls it. */
    public String mediaType() {
        return mediaType;
    }

    public boolean isFilm() {
        return mediaType.startsWith("video/");
    }

    /** @param start a file's first bytes, {@link #LOOKED_AT} of them if it has as many */
    static Optional<UploadType> of(byte[] start) {
        if (startsWith(start, JPEG_START)) {
            return Optional.of(JPEG);
        }
        if (startsWith(start, PNG_START)) {
            return Optional.of(PNG);
        }
        if (word(start, 0).equals("RIFF") && word(start, 8).equals("WEBP")) {
            return Optional.of(WEBP);
        }
        return startsWith(start, EBML_START) ? ofEbml(start) : ofBoxes(start);
    }

    private static Optional<UploadType> ofBoxes(byte[] start) {
        if (!word(start, 4).equals("ftyp")) {
            return QUICKTIME_ATOMS.contains(word(start, 4)) ? Optional.of(QUICKTIME) : Optional.empty();
        }
        String brand = word(start, 8);
        return brand.equals("qt  ")
                ? Optional.of(QUICKTIME)
                : MP4_BRANDS.contains(brand) ? Optional.of(MP4) : Optional.empty();
    }

    private static Optional<UploadType> ofEbml(byte[] start) {
        for (int at = EBML_START.length; at + 3 <= start.length; at++) {
            if (((start[at] & 0xFF) << 8 | start[at + 1] & 0xFF) == DOC_TYPE) {
                int length = start[at + 2] & 0x7F;
                String name =
                        new String(Arrays.copyOfRange(start, at + 3, at + 3 + length), StandardCharsets.ISO_8859_1);
                return switch (name) {
                    case "webm" -> Optional.of(WEBM);
                    case "matroska" -> Optional.of(MATROSKA);
                    default -> Optional.empty();
                };
            }
        }
        return Optional.empty();
    }

    private static boolean startsWith(byte[] start, byte... with) {
        return start.length >= with.length && Arrays.equals(start, 0, with.length, with, 0, with.length);
    }

    private static String word(byte[] start, int at) {
        return at + 4 <= start.length ? new String(start, at, 4, StandardCharsets.ISO_8859_1) : "";
    }
}
