package network.fanz.content.moderation.screening;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.Caller;
import network.fanz.common.NotFound;
import network.fanz.common.Role;
import network.fanz.content.media.Rendition;
import network.fanz.content.media.RenditionAnswers;
import network.fanz.content.moderation.ReviewFilm;
import network.fanz.security.identity.SignIn;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Films that wait for a decision. Each part asks anew who has it in hand, and whether it is still what they are to decide about. */
@RestController
@RequestMapping(FilmEndpoint.ITEMS)
@Access({Role.MODERATOR, Role.ADMINISTRATOR})
@Tag(name = "moderation")
class FilmEndpoint {
    static final String ITEMS = "/api/v1/moderation/items/";

    private final FilmDoor door;
    private final RenditionAnswers answers;
    private final SignIn signIn;

    FilmEndpoint(FilmDoor door, RenditionAnswers answers, SignIn signIn) {
        this.door = door;
        this.answers = answers;
        this.signIn = signIn;
    }

    @PostMapping("{id}/film")
    @Operation(
            operationId = "openReviewFilm",
            summary =
                    "Where the film that you have in hand is played from, for some minutes; you keep it in hand for longer")
    ReviewFilm open(
            @PathVariable UUID id,
            @RequestHeader("Idempotency-Key") String key,
            Caller caller,
            HttpServletRequest request) {
        return door.goOn(id, caller.requireAccount(), session(request));
    }

    @Hidden
    @GetMapping("{id}/film/{token}/{*name}")
    void send(
            @PathVariable("id") UUID id,
            @PathVariable("token") String token,
            @PathVariable("name") String name,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Rendition part = door.open(id, token, name.substring(1), caller.requireAccount(), session(request));
        answers.send(part, request, response);
    }

    private UUID session(HttpServletRequest request) {
        UUID session = signIn.session(request);
        if (session == null) {
            throw new NotFound("film");
        }
        return session;
    }
}
