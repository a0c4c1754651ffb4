package network.fanz.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/** A certificate for a domain and all names below it, made anew for a test by the JDK's keytool, and a trust store that knows it. */
public final class TestCertificate {
    public static final String PASSWORD = "only for a test";
    private static final String ALIAS = "proxy";

    private final Path folder;
    private final KeyStore made;

    private TestCertificate(Path folder, KeyStore made) {
        this.folder = folder;
        this.made = made;
    }

    public static TestCertificate of(String domain, Path folder) throws Exception {
        Path store = folder.resolve("certificate.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + domain,
                        "-ext",
                        "san=dns:" + domain + ",dns:*." + domain,
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .inheritIO()
                .start();
        if (!keytool.waitFor(30, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IllegalStateException("keytool made no certificate");
        }
        return new TestCertificate(folder, KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()));
    }

    /** Certificate and key, as a proxy reads them. */
    public Path pem() throws IOException, GeneralSecurityException {
        Certificate certificate = made.getCertificate(ALIAS);
        Key key = made.getKey(ALIAS, PASSWORD.toCharArray());
        return Files.writeString(
                folder.resolve("proxy.pem"),
                block("CERTIFICATE", certificate.getEncoded()) + block("PRIVATE KEY", key.getEncoded()));
    }

    /** Knows this certificate and no other. */
    public Path trustStore() throws IOException, GeneralSecurityException {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry(ALIAS, made.getCertificate(ALIAS));
        Path file = folder.resolve("trust.p12");
        try (var out = Files.newOutputStream(file)) {
            trust.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    private static String block(String title, byte[] content) {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        return "-----BEGIN " + title + "-----\n" + text + "\n-----END " + title + "-----\n";
    }
}
