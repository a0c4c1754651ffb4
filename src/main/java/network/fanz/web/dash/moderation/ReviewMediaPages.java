package network.fanz.web.dash.moderation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.Role;
import network.fanz.content.moderation.ReviewMedia;
import network.fanz.content.moderation.ReviewPicture;
import network.fanz.web.brand.OnBrands;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Pictures of what waits, for whoever has it in hand: in no cache, and nothing that a browser would run. */
@Controller
@OnBrands(Brand.DASH)
@Access({Role.MODERATOR, Role.ADMINISTRATOR})
final class ReviewMediaPages {
    private final ReviewMedia media;

    ReviewMediaPages(ReviewMedia media) {
        this.media = media;
    }

    @GetMapping("/moderation/items/{id}/media/{name}")
    void picture(
            @PathVariable("id") UUID id, @PathVariable("name") String name, Caller caller, HttpServletResponse response)
            throws IOException {
        ReviewPicture picture = media.open(id, name, caller.requireAccount());
        response.setContentType(picture.mediaType());
        response.setContentLengthLong(picture.length());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
        response.setHeader("X-Content-Type-Options", "nosniff");
        try (ReadableByteChannel bytes = picture.bytes()) {
            Channels.newInputStream(bytes).transferTo(response.getOutputStream());
        }
    }
}
