package network.fanz.platform.objects;

import java.util.regex.Pattern;

/**
 * Bytes that lie in the store.
 *
 * @param address SHA-256 of what is stored, in small hexadecimal digits
 * @param length bytes before they were encrypted
 * @param storedLength bytes as they lie there
 */
public record StoredObject(String address, long length, long storedLength) {
    static final Pattern ADDRESS = Pattern.compile("[0-9a-f]{64}");
}
