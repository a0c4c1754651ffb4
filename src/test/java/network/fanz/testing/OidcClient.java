package network.fanz.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import network.fanz.platform.vault.Vault;
import network.fanz.security.identity.sessions.OpaqueTokens;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;

/** A brand split out into a program of its own: it fetches identity tokens from the sign-in host as its client (RFC 6749, RFC 7636). */
public final class OidcClient {
    private final RunningFanz program;
    private final String client;

    public OidcClient(RunningFanz program, String client) {
        this.program = program;
        this.client = client;
    }

    /** The identity token of whoever is signed in at the sign-in host in this browser. */
    public String identityToken(ProgramClient browser) {
        String verifier = OpaqueTokens.generate();
        HttpAnswer back = browser.send("GET", "auth", "/oauth2/authorize?" + query(authorization(verifier)), null, null)
                .expect(302);
        String code = back.header("Location").replaceFirst(".*[?&]code=([^&]+).*", "$1");
        return program.client()
                .withHeader("Authorization", "Basic " + credentials())
                .send(
                        "POST",
                        "auth",
                        "/oauth2/token",
                        "application/x-www-form-urlencoded",
                        query(Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                code,
                                "redirect_uri",
                                redirect(),
                                "code_verifier",
                                verifier)))
                .expect(200)
                .text("id_token");
    }

    /** The fields as a form or a query has them. */
    public static String query(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Map<String, String> authorization(String verifier) {
        return Map.of(
                "response_type",
                "code",
                "client_id",
                client,
                "scope",
                "openid",
                "state",
                "any",
                "redirect_uri",
                redirect(),
                "code_challenge_method",
                "S256",
                "code_challenge",
                challenge(verifier));
    }

    private String redirect() {
        return "http://" + program.client().host(client) + "/login/oauth2/code/" + client;
    }

    private String credentials() {
        String secret = HexFormat.of().formatHex(program.bean(Vault.class).keyedHash("identity.client_secret", client));
        return Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
