package network.fanz.content.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.Money;
import network.fanz.common.NotFound;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.security.identity.SignIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Published works, for those who watch; and to whom creators show theirs. */
@RestController
@Tag(name = "catalogue")
class WatchApi {
    private static final int LISTED_MAX = 100;

    private final PublishedWorks works;
    private final SignIn signIn;

    WatchApi(PublishedWorks works, SignIn signIn) {
        this.works = works;
        this.signIn = signIn;
    }

    /** What everybody may know of a published work; nothing here is a picture. */
    record ListedWork(
            UUID id,
            AccountId creator,
            String title,
            String description,
            List<String> tags,
            String type,
            WorkAudience audience,
            Set<ContentWarning> warnings,
            @Nullable Money price,
            Instant publishedAt) {
        static ListedWork of(PublishedWork work) {
            return new ListedWork(
                    work.id(),
                    work.creator(),
                    work.title(),
                    work.description(),
                    work.tags(),
                    work.type().mediaType(),
                    work.showing().audience(),
                    work.showing().warnings(),
                    work.showing().price(),
                    work.publishedAt());
        }
    }

    /** Whom a creator lets watch, what they warn of, and what it costs by itself where it is sold. */
    record ShowingBody(
            @Nullable String audience,
            @Nullable List<String> warnings,
            @Nullable Money price) {}

    @GetMapping("/api/v1/published-works")
    @Access(anyone = true)
    @Operation(
            operationId = "listPublishedWorks",
            summary = "Works that are published, the newest first; of one creator or of all")
    Page<ListedWork> list(
            @RequestParam(name = "creator", required = false) @Nullable AccountId creator,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", defaultValue = "50") int limit) {
        int most = Math.clamp(limit, 1, LISTED_MAX);
        return (creator == null ? works.newest(after, most) : works.of(creator, after, most)).map(ListedWork::of);
    }

    @GetMapping("/api/v1/published-works/{id}")
    @Access(anyone = true)
    @Operation(operationId = "getPublishedWork", summary = "A published work in words")
    ListedWork find(@PathVariable("id") UUID id) {
        return ListedWork.of(published(id));
    }

    @GetMapping("/api/v1/published-works/{id}/address")
    @Access(anyone = true)
    @Operation(
            operationId = "getMediaAddress",
            summary = "Where your session fetches what is shown of a published work, for some minutes")
    MediaAddress address(@PathVariable("id") UUID id, Caller caller, HttpServletRequest request) {
        return works.address(
                published(id),
                new Viewer(
                        signIn.session(request),
                        caller.account(),
                        caller.origin().country()));
    }

    @GetMapping("/api/v1/works/{id}/showing")
    @Access(Role.CREATOR)
    @Operation(
            operationId = "getShowing",
            summary = "To whom you show one of your works, what you warn of, and its price")
    Showing showing(@PathVariable("id") UUID id, Caller caller) {
        return works.showing(id, caller.requireAccount());
    }

    @PutMapping("/api/v1/works/{id}/showing")
    @Access(Role.CREATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "setShowing",
            summary = "Say to whom you show one of your works, what you warn of, and its price if it is sold")
    void show(@PathVariable("id") UUID id, @RequestBody ShowingBody body, Caller caller) {
        works.show(
                id,
                caller.requireAccount(),
                Showing.of(body.audience(), body.warnings() == null ? List.of() : body.warnings(), body.price()));
    }

    private PublishedWork published(UUID id) {
        return works.find(id).orElseThrow(() -> new NotFound("work"));
    }
}
