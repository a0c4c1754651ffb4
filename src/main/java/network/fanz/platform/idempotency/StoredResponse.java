package network.fanz.platform.idempotency;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * An answer as it went out.
 *
 * @param headers those that belong to the answer itself; those of the connection and of the moment are made anew
 */
record StoredResponse(int status, Map<String, String> headers, byte[] body) {
    /** The id stands in front, so that an answer put into another row is noticed. */
    byte[] written(UUID id) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(id.getMostSignificantBits());
            out.writeLong(id.getLeastSignificantBits());
            out.writeShort(status);
            out.writeShort(headers.size());
            for (Map.Entry<String, String> header : headers.entrySet()) {
                out.writeUTF(header.getKey());
                out.writeUTF(header.getValue());
            }
            out.write(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static StoredResponse read(UUID id, byte[] written) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(written))) {
            if (!id.equals(new UUID(in.readLong(), in.readLong()))) {
                throw new IllegalStateException("A stored answer lies in another's place.");
            }
            int status = in.readShort();
            int count = in.readShort();
            Map<String, String> headers = new LinkedHashMap<>();
            for (int header = 0; header < count; header++) {
                headers.put(in.readUTF(), in.readUTF());
            }
            return new StoredResponse(status, headers, in.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
