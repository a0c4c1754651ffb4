package network.fanz.content.media.films;

import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Letters on a film, drawn by their own dots: a bare machine has no fonts. Light on a darker ground, and half to be seen through. */
final class MarkImage {
    private static final String SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz@.-_";
    /** Five columns a sign, the lowest bit on top: the common letters of small displays. */
    private static final String COLUMNS =
            "3e5149453e00427f400042615149462141454b311814127f1027454545393c4a49493001710905033649494936"
                    + "064949291e7e1111117e7f494949363e414141227f4141221c7f494949417f090909013e4149497a7f0808087f"
                    + "00417f41002040413f017f081422417f404040407f020c027f7f0408107f3e4141413e7f090909063e4151215e"
                    + "7f09192946464949493101017f01013f4040403f1f2040201f3f4038403f631408146307087008076151494543"
                    + "324979413e006060000008080808084040404040";

    private static final Map<Character, byte[]> DOTS = dots();
    private static final int SIGN_WIDTH = 6;
    private static final int SIGN_HEIGHT = 9;
    private static final int SIGN_COLUMNS = 5;
    private static final int LENGTH_MAX = 40;
    private static final int BYTES_A_PIXEL = 4;
    private static final int LIGHT = 0xFFFFFF_90;
    private static final int GROUND = 0x000000_50;

    private final int width;
    private final int height;
    private final byte[] pixels;

    private MarkImage(int width, int height) {
        this.width = width;
        this.height = height;
        this.pixels = new byte[width * height * BYTES_A_PIXEL];
    }

    private static Map<Character, byte[]> dots() {
        byte[] columns = HexFormat.of().parseHex(COLUMNS);
        return IntStream.range(0, SIGNS.length())
                .boxed()
                .collect(Collectors.toUnmodifiableMap(
                        SIGNS::charAt, at -> Arrays.copyOfRange(columns, at * SIGN_COLUMNS, (at + 1) * SIGN_COLUMNS)));
    }

    /** @param dot how many pixels wide a dot is */
    static MarkImage of(String words, int dot) {
        String shown = words.toLowerCase(Locale.ROOT);
        int length = Math.clamp(shown.length(), 1, LENGTH_MAX);
        MarkImage image = new MarkImage((length * SIGN_WIDTH + 1) * dot, SIGN_HEIGHT * dot);
        ByteBuffer into = ByteBuffer.wrap(image.pixels);
        for (int y = 0; y < image.height; y++) {
            for (int x = 0; x < image.width; x++) {
                into.putInt(isLight(shown, x / dot - 1, y / dot - 1) ? LIGHT : GROUND);
            }
        }
        return image;
    }

    private static boolean isLight(String words, int x, int y) {
        int sign = Math.floorDiv(x, SIGN_WIDTH);
        int column = Math.floorMod(x, SIGN_WIDTH);
        if (x < 0 || y < 0 || sign >= words.length() || column >= SIGN_COLUMNS) {
            return false;
        }
        byte[] dots = DOTS.get(words.charAt(sign));
        return dots != null && (dots[column] >> y & 1) != 0;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    SeekableByteChannel channel() {
        return new JoinedBytes(List.of(JoinedBytes.of(pixels)));
    }
}
