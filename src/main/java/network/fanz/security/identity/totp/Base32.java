package network.fanz.security.identity.totp;

/** Bytes as capital letters and digits, five bits each (RFC 4648, 6), without padding, so that people can type them. */
public final class Base32 {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    public static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int filled = 0;
        for (byte next : bytes) {
            buffer = buffer << 8 | next & 0xff;
            filled += 8;
            while (filled >= BITS) {
                filled -= BITS;
                text.append(LETTERS.charAt(buffer >> filled & 0x1f));
            }
        }
        if (filled > 0) {
            text.append(LETTERS.charAt(buffer << BITS - filled & 0x1f));
        }
        return text.toString();
    }
}
