package network.fanz.testing;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A passkey made of software: answers the two ceremonies of WebAuthn Level 3 as a browser and its device would, or wrongly on purpose. */
public final class SoftwarePasskey {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int USER_PRESENT = 0x01;
    private static final int USER_VERIFIED = 0x04;
    private static final int KEY_ATTACHED = 0x40;

    private final KeyPair keys;
    private final byte[] id = new byte[32];
    private String relyingParty;
    private String origin;
    private int flags = USER_PRESENT | USER_VERIFIED;
    private int count;
    private byte[] handle = new byte[0];
    private String type = "";

    public SoftwarePasskey(String relyingParty, String origin) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            this.keys = generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        this.relyingParty = relyingParty;
        this.origin = origin;
        new SecureRandom().nextBytes(id);
    }

    public SoftwarePasskey at(String otherOrigin) {
        this.origin = otherOrigin;
        return this;
    }

    /** The device believes that it speaks to somebody else. */
    public SoftwarePasskey believing(String otherRelyingParty) {
        this.relyingParty = otherRelyingParty;
        return this;
    }

    /** The device says that the key is another's. */
    public SoftwarePasskey of(SoftwarePasskey other) {
        this.handle = other.handle;
        return this;
    }

    /** The browser says that it did something else than it was asked for, such as {@code webauthn.create}. */
    public SoftwarePasskey claiming(String otherType) {
        this.type = otherType;
        return this;
    }

    /** The device does not ask for face, finger or code. */
    public SoftwarePasskey withoutVerification() {
        this.flags = USER_PRESENT;
        return this;
    }

    /** The device's counter stands lower than it did. */
    public SoftwarePasskey rewound() {
        this.count = 0;
        return this;
    }

    /** Answers the options for making a key. */
    public Map<String, Object> create(JsonNode options) {
        handle = Base64.getUrlDecoder().decode(options.path("user").path("id").asString());
        byte[] client = clientData("webauthn.create", options);
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(header(KEY_ATTACHED));
        data.writeBytes(new byte[16]);
        data.writeBytes(ByteBuffer.allocate(2).putShort((short) id.length).array());
        data.writeBytes(id);
        data.writeBytes(publicKey());
        ByteArrayOutputStream attestation = new ByteArrayOutputStream();
        attestation.write(0xa3);
        attestation.writeBytes(text("fmt"));
        attestation.writeBytes(text("none"));
        attestation.writeBytes(text("attStmt"));
        attestation.write(0xa0);
        attestation.writeBytes(text("authData"));
        attestation.writeBytes(bytes(data.toByteArray()));
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("clientDataJSON", base64(client));
        response.put("attestationObject", base64(attestation.toByteArray()));
        response.put("transports", List.of("internal"));
        return credential(response);
    }

    /** Answers the options for using the key. */
    public Map<String, Object> get(JsonNode options) {
        count++;
        byte[] client = clientData("webauthn.get", options);
        byte[] data = header(0);
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("clientDataJSON", base64(client));
        response.put("authenticatorData", base64(data));
        response.put("signature", base64(signature(data, client)));
        response.put("userHandle", base64(handle));
        return credential(response);
    }

    private Map<String, Object> credential(Map<String, Object> response) {
        Map<String, Object> credential = new LinkedHashMap<>();
        credential.put("id", base64(id));
        credential.put("rawId", base64(id));
        credential.put("type", "public-key");
        credential.put("authenticatorAttachment", "platform");
        credential.put("clientExtensionResults", Map.of());
        credential.put("response", response);
        return credential;
    }

    private byte[] clientData(String asked, JsonNode options) {
        return JSON.writeValueAsBytes(Map.of(
                "type",
                type.isEmpty() ? asked : type,
                "challenge",
                options.path("challenge").asString(),
                "origin",
                origin,
                "crossOrigin",
                false));
    }

    private byte[] header(int more) {
        return ByteBuffer.allocate(37)
                .put(sha256(relyingParty.getBytes(StandardCharsets.UTF_8)))
                .put((byte) (flags | more))
                .putInt(count)
                .array();
    }

    private byte[] signature(byte[] data, byte[] client) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(data);
            signature.update(sha256(client));
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** COSE (RFC 9053): an elliptic curve key for ES256. */
    private byte[] publicKey() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        ByteArrayOutputStream cose = new ByteArrayOutputStream();
        cose.writeBytes(new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21});
        cose.writeBytes(bytes(padded(key.getW().getAffineX())));
        cose.write(0x22);
        cose.writeBytes(bytes(padded(key.getW().getAffineY())));
        return cose.toByteArray();
    }

    private static byte[] padded(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] padded = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, padded, 32 - length, length);
        return padded;
    }

    private static byte[] text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + bytes.length)
                .put((byte) (0x60 + bytes.length))
                .put(bytes)
                .array();
    }

    private static byte[] bytes(byte[] bytes) {
        return bytes.length < 256
                ? ByteBuffer.allocate(2 + bytes.length)
                        .put((byte) 0x58)
                        .put((byte) bytes.length)
                        .put(bytes)
                        .array()
                : ByteBuffer.allocate(3 + bytes.length)
                        .put((byte) 0x59)
                        .putShort((short) bytes.length)
                        .put(bytes)
                        .array();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
