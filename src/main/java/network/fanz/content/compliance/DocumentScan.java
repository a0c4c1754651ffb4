package network.fanz.content.compliance;

import java.io.InputStream;

/**
 * The picture of a document.
 *
 * @param mediaType what its first bytes say that it is
 * @param length bytes
 * @param bytes to be closed by whoever reads them
 */
public record DocumentScan(String mediaType, long length, InputStream bytes) {
    /** Personal data: never in a log. */
    @Override
    public String toString() {
        return "DocumentScan";
    }
}
