package network.fanz.content.catalogue.watching;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import network.fanz.common.Access;
import network.fanz.common.Caller;
import network.fanz.common.NotFound;
import network.fanz.content.catalogue.Viewer;
import network.fanz.content.catalogue.watching.WatchStore.WatchRow;
import network.fanz.content.media.Rendition;
import network.fanz.content.media.RenditionAnswers;
import network.fanz.content.media.Renditions;
import network.fanz.security.identity.SignIn;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Sends what is shown of published works. Each request asks anew: the signature, the session, the state, the audience and every gate. Whatever
 * is wrong, there is no such file.
 */
@RestController
@Hidden
class MediaEndpoint {
    static final String PATH = "/media/";

    private final WatchDoor door;
    private final Renditions renditions;
    private final RenditionAnswers answers;
    private final SignIn signIn;
    private final SentMediaTeller teller;

    MediaEndpoint(
            WatchDoor door, Renditions renditions, RenditionAnswers answers, SignIn signIn, SentMediaTeller teller) {
        this.door = door;
        this.renditions = renditions;
        this.answers = answers;
        this.signIn = signIn;
        this.teller = teller;
    }

    @GetMapping(PATH + "{token}/{*name}")
    @Access(anyone = true)
    void send(
            @PathVariable("token") String token,
            @PathVariable("name") String name,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Viewer viewer = new Viewer(
                signIn.session(request), caller.account(), caller.origin().country());
        WatchRow row = door.open(token, viewer).orElseThrow(() -> new NotFound("file"));
        Rendition rendition = renditions.find(row.upload(), name.substring(1)).orElseThrow(() -> new NotFound("file"));
        if (answers.send(rendition, request, response)) {
            teller.tell(row, rendition, viewer, caller, request);
        }
    }
}
