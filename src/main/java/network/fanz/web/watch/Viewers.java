package network.fanz.web.watch;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import network.fanz.common.Caller;
import network.fanz.common.Sha256;
import network.fanz.content.catalogue.Viewer;
import network.fanz.security.identity.SignIn;
import org.springframework.stereotype.Component;

/** Who wants to watch, by a request. */
@Component
public final class Viewers {
    private static final int SHORT = 8;

    private final SignIn signIn;

    Viewers(SignIn signIn) {
        this.signIn = signIn;
    }

    public Viewer of(HttpServletRequest request, Caller caller) {
        return new Viewer(
                signIn.session(request), caller.account(), caller.origin().country());
    }

    /** What is drawn over a work: it says to its owner and to staff who has watched, and to nobody else. */
    static String shortId(Viewer viewer) {
        UUID id = viewer.account() != null ? viewer.account().value() : Objects.requireNonNull(viewer.session());
        byte[] hash = Sha256.of(("watched by " + id).getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(hash).substring(0, SHORT).toUpperCase(Locale.ROOT);
    }
}
