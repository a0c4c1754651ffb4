package network.fanz.content.moderation.texts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import network.fanz.common.Access;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.Role;
import network.fanz.common.Sentence;
import network.fanz.content.intelligence.WordSignals;
import network.fanz.content.moderation.PolicySurface;
import network.fanz.security.ratelimit.Limit;
import network.fanz.security.ratelimit.RateLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What the policy says of words, before they are sent anywhere. */
@RestController
@Tag(name = "moderation")
class TextApi {
    private final TextReader reader;
    private final RateLimits limits;

    TextApi(TextReader reader, RateLimits limits) {
        this.reader = reader;
        this.limits = limits;
    }

    /**
     * Words, and what they would stand beside.
     *
     * @param text at most 4,000 characters
     * @param surface TEXT if it is left out
     */
    record TextBody(@Nullable String text, @Nullable PolicySurface surface) {
        @Override
        public String toString() {
            return "TextBody";
        }
    }

    @PostMapping("/api/v1/content/validations")
    @Access({Role.CREATOR, Role.MODERATOR, Role.ADMINISTRATOR})
    @Operation(
            operationId = "validateContent",
            summary = "Which rules of the policy speak of words, and where in them; nothing is kept of it")
    TextReading validate(@RequestBody TextBody body, Caller caller) {
        String text = body.text();
        if (text == null || text.isBlank()) {
            throw new InvalidField("text", "This field is needed.");
        }
        if (text.length() > WordSignals.LENGTH_MAX) {
            throw new InvalidField("text", Sentence.of("Write at most {0} characters.", WordSignals.LENGTH_MAX));
        }
        limits.requireWithin(Limit.ANALYSIS, caller.requireAccount().toString());
        return reader.read(text, Objects.requireNonNullElse(body.surface(), PolicySurface.TEXT));
    }
}
