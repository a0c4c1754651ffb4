package network.fanz.security.identity.terms;

import static network.fanz.common.InvalidField.required;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.Objects;
import network.fanz.common.Access;
import network.fanz.common.Caller;
import network.fanz.common.NotFound;
import network.fanz.common.Role;
import network.fanz.security.identity.NewTerms;
import network.fanz.security.identity.Terms;
import network.fanz.security.identity.TermsText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The terms of use: everybody reads them, whoever is signed in accepts them, administrators publish them. */
@RestController
@RequestMapping("/api/v1/terms")
class TermsApi {
    private final Terms terms;

    TermsApi(Terms terms) {
        this.terms = terms;
    }

    /**
     * A version as everybody reads it.
     *
     * @param change what it changes, in a sentence; null for the first
     */
    record PublicTerms(int number, String title, @Nullable String change, Instant effectiveAt, String text) {
        static PublicTerms of(TermsText text) {
            return new PublicTerms(
                    text.number(),
                    text.version().title(),
                    text.version().change(),
                    text.version().effectiveAt(),
                    text.text());
        }
    }

    /**
     * A new version.
     *
     * @param number the next one
     * @param change needed from the second version on
     * @param effectiveAt at once if it is left out
     */
    record TermsRequest(
            @Nullable Integer number,
            @Nullable String title,
            @Nullable String text,
            @Nullable String change,
            @Nullable Instant effectiveAt) {}

    record PublishedTerms(int number, Instant effectiveAt) {}

    record TermsAcceptanceRequest(@Nullable Integer number) {}

    @GetMapping
    @Access(anyone = true)
    @Operation(operationId = "termsInForce", summary = "The terms of use in force")
    PublicTerms inForce() {
        return PublicTerms.of(terms.inForce().orElseThrow(() -> new NotFound("text")));
    }

    @GetMapping("/{number}")
    @Access(anyone = true)
    @Operation(operationId = "termsVersion", summary = "One version of the terms of use")
    PublicTerms version(@PathVariable int number) {
        return PublicTerms.of(terms.version(number).orElseThrow(() -> new NotFound("version")));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = Role.ADMINISTRATOR, freshProof = true)
    @Operation(
            operationId = "publishTerms",
            summary =
                    "Publish a version of the terms of use, which stays as it is and which everybody is asked to accept")
    PublishedTerms publish(@RequestBody TermsRequest body, Caller caller) {
        var published = terms.publish(
                caller.requireAccount(),
                new NewTerms(
                        required("number", body.number()),
                        required("title", body.title()),
                        required("text", body.text()),
                        Objects.requireNonNullElse(body.change(), ""),
                        body.effectiveAt()));
        return new PublishedTerms(published.number(), published.effectiveAt());
    }

    @PostMapping("/acceptance")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(beforeTerms = true)
    @Operation(operationId = "acceptTerms", summary = "Accept the terms of use in force with the signed-in account")
    void accept(@RequestBody TermsAcceptanceRequest body, Caller caller) {
        terms.accept(caller.requireAccount(), required("number", body.number()));
    }
}
