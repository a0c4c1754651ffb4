package network.fanz.web.asset;

import java.time.Duration;
import network.fanz.common.Access;
import network.fanz.common.NotFound;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** Serves {@link StaticAssets}, on every host, to be kept for a year. */
@Controller
final class StaticAssetEndpoint {
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @Access(anyone = true)
    @GetMapping("/assets/{hash}/{*name}")
    ResponseEntity<byte[]> file(
            @PathVariable String hash,
            @PathVariable String name,
            @RequestHeader(value = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings) {
        StaticAssets.StaticAsset staticAsset =
                StaticAssets.find(hash, name.substring(1)).orElseThrow(() -> new NotFound("file"));
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .cacheControl(FOR_EVER)
                .contentType(staticAsset.type())
                .varyBy(HttpHeaders.ACCEPT_ENCODING);
        return encodings.contains("gzip")
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(staticAsset.zipped())
                : answer.body(staticAsset.plain());
    }
}
