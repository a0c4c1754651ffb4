package network.fanz.security.identity.sessions;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import network.fanz.platform.vault.BrokenSeal;
import network.fanz.platform.vault.Vault;

/**
 * A session's attributes as bytes. They are sealed, so an attacker who can write into the table cannot make the program deserialize foreign
 * objects. A filter restricts the readable types in addition.
 */
final class SessionAttributeCodec {
    private static final String PURPOSE = "identity.session.attributes";
    private static final ObjectInputFilter FILTER = ObjectInputFilter.Config.createFilter(
            "maxbytes=262144;maxdepth=40;java.base/*;org.springframework.security.**;network.fanz.**;!*");

    private final Vault vault;

    SessionAttributeCodec(Vault vault) {
        this.vault = vault;
    }

    byte[] seal(Map<String, Object> attributes) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
            objects.writeObject(new HashMap<>(attributes));
            objects.flush();
            return vault.sealSecret(PURPOSE, bytes.toByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** @throws UnreadableAttributes if another version of the program wrote them, or the bytes are no attributes */
    @SuppressWarnings("unchecked")
    Map<String, Object> open(byte[] sealed) {
        try (ObjectInputStream objects =
                new ObjectInputStream(new ByteArrayInputStream(vault.openSecret(PURPOSE, sealed)))) {
            objects.setObjectInputFilter(FILTER);
            return (Map<String, Object>) objects.readObject();
        } catch (IOException | ClassNotFoundException | ClassCastException | BrokenSeal unreadable) {
            throw new UnreadableAttributes(unreadable);
        }
    }

    static final class UnreadableAttributes extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadableAttributes(Throwable cause) {
            super("A session's attributes cannot be read", cause);
        }
    }
}
