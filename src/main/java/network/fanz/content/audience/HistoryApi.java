package network.fanz.content.audience;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.common.Page;
import network.fanz.content.catalogue.PublishedWork;
import network.fanz.content.catalogue.PublishedWorks;
import network.fanz.content.catalogue.Viewer;
import network.fanz.content.catalogue.WatchAccess;
import network.fanz.security.identity.SignIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What you have watched, and where you stopped. */
@RestController
@Tag(name = "audience")
@RequestMapping("/api/v1/history")
@Access
class HistoryApi {
    private static final int LISTED_MAX = 100;

    private final WatchHistory history;
    private final PublishedWorks works;
    private final SignIn signIn;

    HistoryApi(WatchHistory history, PublishedWorks works, SignIn signIn) {
        this.history = history;
        this.works = works;
        this.signIn = signIn;
    }

    /** @param seconds from the film's beginning */
    record PlaceBody(@Nullable Integer seconds) {}

    /** @param on whether what you watch is remembered */
    record RememberingBody(@Nullable Boolean on) {}

    @GetMapping
    @Operation(operationId = "listHistory", summary = "What you have watched, the latest first")
    Page<WatchedWork> list(
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", defaultValue = "50") int limit,
            Caller caller) {
        return history.of(caller.requireAccount(), after, Math.clamp(limit, 1, LISTED_MAX));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeHistory", summary = "Remove all that you have watched from your history")
    void removeAll(Caller caller) {
        history.removeAll(caller.requireAccount());
    }

    @GetMapping("/remembering")
    @Operation(operationId = "isHistoryKept", summary = "Whether what you watch is remembered")
    RememberingBody remembering(Caller caller) {
        return new RememberingBody(history.remembers(caller.requireAccount()));
    }

    @PutMapping("/remembering")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "keepHistory", summary = "Remember what you watch from now on, or do not")
    void remember(@RequestBody RememberingBody body, Caller caller) {
        if (body.on() == null) {
            throw new InvalidField("on", "This field is needed.");
        }
        history.remember(caller.requireAccount(), body.on());
    }

    @PutMapping("/{work}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "keepPlace", summary = "Keep where you have stopped in a film that you may watch")
    void keepPlace(
            @PathVariable("work") UUID id, @RequestBody PlaceBody body, Caller caller, HttpServletRequest request) {
        if (body.seconds() == null) {
            throw new InvalidField("seconds", "This field is needed.");
        }
        PublishedWork work = works.find(id).orElseThrow(() -> new NotFound("work"));
        Viewer viewer = new Viewer(
                signIn.session(request), caller.account(), caller.origin().country());
        if (works.access(work, viewer) != WatchAccess.OPEN) {
            throw new NotFound("work");
        }
        history.keepPlace(caller.requireAccount(), id, body.seconds());
    }

    @DeleteMapping("/{work}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeFromHistory", summary = "Remove a work from your history")
    void remove(@PathVariable("work") UUID work, Caller caller) {
        history.remove(caller.requireAccount(), work);
    }
}
