package network.fanz.content.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.Page;
import network.fanz.common.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A creator's own works. */
@RestController
@Tag(name = "catalogue")
class WorkApi {
    private static final int LISTED_MAX = 100;

    private final Works works;

    WorkApi(Works works) {
        this.works = works;
    }

    /** What a creator sends to begin a work. */
    record WorkBody(
            @Nullable UUID upload,
            @Nullable String title,
            @Nullable String description,
            @Nullable List<String> tags) {}

    @PostMapping("/api/v1/works")
    @Access(Role.CREATOR)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "beginWork", summary = "Make a work of a file of yours that has come whole")
    Work begin(@RequestHeader("Idempotency-Key") String key, @RequestBody WorkBody body, Caller caller) {
        if (body.upload() == null) {
            throw new InvalidField("upload", "This field is needed.");
        }
        List<String> tags = body.tags() == null ? List.of() : WorkTags.of(body.tags());
        return works.begin(
                caller.requireAccount(), NewWork.of(body.upload(), body.title(), body.description(), tags), key);
    }

    @GetMapping("/api/v1/works")
    @Access(Role.CREATOR)
    @Operation(operationId = "listWorks", summary = "Your works and where they stand, the newest first")
    Page<Work> list(
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", defaultValue = "50") int limit,
            Caller caller) {
        return works.of(caller.requireAccount(), after, Math.clamp(limit, 1, LISTED_MAX));
    }

    @GetMapping("/api/v1/works/{id}")
    @Access(Role.CREATOR)
    @Operation(operationId = "getWork", summary = "One of your works and where it stands")
    Work find(@PathVariable("id") UUID id, Caller caller) {
        return works.find(id, caller.requireAccount());
    }

    @PostMapping("/api/v1/works/{id}/withdrawal")
    @Access(Role.CREATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "withdrawWork", summary = "Take one of your works back: nobody sees it from then on")
    void withdraw(@PathVariable("id") UUID id, @RequestHeader("Idempotency-Key") String key, Caller caller) {
        works.withdraw(id, caller.requireAccount());
    }
}
