package network.fanz.content.intelligence;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.Role;
import network.fanz.common.Sentence;
import network.fanz.common.Steady;
import network.fanz.content.intelligence.text.TextChecks;
import network.fanz.content.media.PictureRefused;
import network.fanz.content.media.Upload;
import network.fanz.content.media.UploadState;
import network.fanz.content.media.Uploads;
import network.fanz.security.ratelimit.Limit;
import network.fanz.security.ratelimit.RateLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What software says of words or of a file of one's own, before anybody else is shown them. Nothing is kept of it. */
@RestController
@Tag(name = "intelligence")
class AnalysisApi {
    private static final int TEXT_MAX = 4000;

    private final FileSignals files;
    private final TextChecks words;
    private final Uploads uploads;
    private final RateLimits limits;
    private final Clock clock;

    AnalysisApi(FileSignals files, TextChecks words, Uploads uploads, RateLimits limits, @Steady Clock clock) {
        this.files = files;
        this.words = words;
        this.uploads = uploads;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * What is looked at: one of them or both.
     *
     * @param text at most 4,000 characters
     * @param upload a file of yours that has come whole
     */
    record AnalysisBody(@Nullable String text, @Nullable UUID upload) {}

    /**
     * What software says. It decides nothing: people do.
     *
     * @param signals each with the model that gave it; docs/models.md says what the models are worth
     */
    record Analysis(List<Signal> signals) {}

    @PostMapping("/api/v1/content/analyses")
    @Access({Role.CREATOR, Role.MODERATOR, Role.ADMINISTRATOR})
    @Operation(
            operationId = "analyzeContent",
            summary = "What software says of words, or of a file of yours that has come whole; nothing is kept of it")
    Analysis analyze(@RequestBody AnalysisBody body, Caller caller) throws IOException {
        String text = body.text();
        UUID upload = body.upload();
        if (text == null && upload == null) {
            throw new InvalidField("text", "Send text, an upload, or both.");
        }
        if (text != null && text.length() > TEXT_MAX) {
            throw new InvalidField("text", Sentence.of("Write at most {0} characters.", TEXT_MAX));
        }
        limits.requireWithin(Limit.ANALYSIS, caller.requireAccount().toString());
        Instant now = clock.instant();
        List<Signal> signals = new ArrayList<>();
        if (text != null) {
            signals.addAll(words.look(text, now));
        }
        if (upload != null) {
            signals.addAll(looked(uploads.find(upload, caller.requireAccount()), now));
        }
        return new Analysis(signals);
    }

    private List<Signal> looked(Upload upload, Instant at) throws IOException {
        if (upload.state() != UploadState.RECEIVED || upload.type() == null) {
            throw new InvalidField("upload", "This file has not come whole.");
        }
        List<Signal> signals = new ArrayList<>(files.marks(upload.id(), at));
        if (!upload.type().isFilm()) {
            try {
                signals.addAll(files.picture(upload.id(), at));
            } catch (PictureRefused refused) {
                throw new InvalidField("upload", refused.reason().sentence());
            }
        }
        return signals;
    }
}
