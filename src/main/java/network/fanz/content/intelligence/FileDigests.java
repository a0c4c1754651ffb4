package network.fanz.content.intelligence;

/**
 * What a file is, byte for byte, in hexadecimal digits. SHA-1 and MD5 prove nothing: they are here because lists of hashes use them.
 *
 * @param sha256 64 digits
 * @param sha1 40 digits
 * @param md5 32 digits
 */
public record FileDigests(String sha256, String sha1, String md5) {}
