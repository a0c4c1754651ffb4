package network.fanz.security.identity;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import network.fanz.security.identity.totp.QrCode;

/**
 * What an authenticator app needs to know: a secret, shown until a code has confirmed it and never again.
 *
 * @param secret in base 32, for a user who types it
 * @param uri the secret in the form that apps read from a QR code
 */
public record TotpSetup(String secret, String uri) {
    /** The secret in groups of four, for whoever reads it aloud or types it. */
    @JsonIgnore
    public List<String> groups() {
        return List.of(secret.split("(?<=\\G.{4})"));
    }

    /** The QR code of the URI: an SVG's side in modules, and its path. */
    @JsonIgnore
    public int pictureSize() {
        return QrCode.of(uri).size();
    }

    @JsonIgnore
    public String picturePath() {
        return QrCode.of(uri).path();
    }

    @Override
    public String toString() {
        return "TotpSetup";
    }
}
