package network.fanz.platform.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import network.fanz.common.CachedBodyRequest;
import network.fanz.common.Ids;
import network.fanz.platform.vault.Vault;
import org.jspecify.annotations.Nullable;

/**
 * A changing request with its key.
 *
 * @param id of account, method, path and key
 * @param hash keyed, of all that the request asks for
 */
record IdempotentRequest(UUID id, String key, byte[] hash, byte @Nullable [] body, boolean stranger) {
    /** Of the API: the key is a header and the body counts byte for byte. */
    static IdempotentRequest ofApi(HttpServletRequest request, String path, Vault vault, long bytesMax)
            throws IOException {
        List<String> keys = Collections.list(request.getHeaders(IdempotencyKey.HEADER));
        String key = IdempotencyKey.checked(keys.size() == 1 ? keys.getFirst() : null, IdempotencyKey.HEADER);
        byte[] body = CachedBodyRequest.bodyOf(request, Math.toIntExact(bytesMax));
        String content = HexFormat.of().formatHex(body);
        return new IdempotentRequest(
                id(request, path, key), key, hash(request, content, vault), body, request.getUserPrincipal() == null);
    }

    /** Of a page: the key is a field, and the token against forgery, new on every page, is not part of what is asked. */
    static IdempotentRequest ofForm(HttpServletRequest request, String path, Vault vault) {
        String key = IdempotencyKey.checked(request.getParameter(IdempotencyKey.FIELD), IdempotencyKey.FIELD);
        Map<String, String[]> fields = new TreeMap<>(request.getParameterMap());
        fields.remove("_csrf");
        StringBuilder content = new StringBuilder();
        fields.forEach((name, values) -> content.append(written(name))
                .append(values.length)
                .append(Arrays.stream(values).map(IdempotentRequest::written).reduce("", String::concat)));
        return new IdempotentRequest(
                id(request, path, key),
                key,
                hash(request, content.toString(), vault),
                null,
                request.getUserPrincipal() == null);
    }

    private static UUID id(HttpServletRequest request, String path, String key) {
        Principal principal = request.getUserPrincipal();
        String account = principal == null ? "anonymous" : principal.getName();
        return Ids.derived(
                "idempotency.request", written(account) + written(request.getMethod()) + written(path) + written(key));
    }

    private static byte[] hash(HttpServletRequest request, String content, Vault vault) {
        return vault.keyedHash(
                "idempotency.request.asked",
                written(Objects.requireNonNullElse(request.getQueryString(), ""))
                        + written(Objects.requireNonNullElse(request.getContentType(), ""))
                        + content);
    }

    /** With its length in front, so that no two lists of texts are written alike. */
    private static String written(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length + ":" + text + ",";
    }
}
