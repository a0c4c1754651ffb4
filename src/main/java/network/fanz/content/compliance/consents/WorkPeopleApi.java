package network.fanz.content.compliance.consents;

import static network.fanz.common.InvalidField.required;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.Language;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.content.compliance.ConsentScope;
import network.fanz.content.compliance.PerformerRecords;
import network.fanz.content.compliance.SignedText;
import network.fanz.content.compliance.WorkGap;
import network.fanz.content.compliance.WorkGapKind;
import network.fanz.content.compliance.WorkPeople;
import network.fanz.content.compliance.WorkStanding;
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

/** Who is in works, as creators say it and custodians see it. */
@RestController
@Tag(name = "compliance")
class WorkPeopleApi {
    private static final String PATH = "/api/v1/works/{work}/people";

    private final WorkPeople people;
    private final PerformerRecords records;

    WorkPeopleApi(WorkPeople people, PerformerRecords records) {
        this.people = people;
        this.records = records;
    }

    record LackView(WorkGapKind kind, @Nullable UUID performer, String detail) {
        static List<LackView> of(List<WorkGap> gaps) {
            return gaps.stream()
                    .map(gap -> new LackView(
                            gap.kind(), gap.performer(), gap.words().said()))
                    .toList();
        }
    }

    record StandingView(WorkStanding standing, boolean complete, List<LackView> missing) {
        static StandingView of(WorkStanding standing) {
            return new StandingView(standing, standing.isComplete(), LackView.of(standing.gaps()));
        }
    }

    record QuestionBody(@Nullable String email, @Nullable String language) {
        @Override
        public String toString() {
            return "QuestionBody";
        }
    }

    record SignatureBody(
            @Nullable String name,
            @Nullable Set<ConsentScope> scopes,
            @Nullable Integer text,
            @Nullable String language) {
        SignedText shown() {
            return new SignedText(required("text", text), required("language", language));
        }

        @Override
        public String toString() {
            return "SignatureBody";
        }
    }

    @GetMapping(PATH)
    @Access(Role.CREATOR)
    @Operation(operationId = "getWorkPeople", summary = "Who is in one of your works, and what is missing of them")
    StandingView standing(@PathVariable UUID work, Caller caller) {
        return StandingView.of(people.standing(caller.requireAccount(), work));
    }

    @PostMapping(PATH)
    @Access(Role.CREATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "sayWorkPeople",
            summary = "Say who is in one of your works and how it was made; what was said before stays")
    void say(
            @PathVariable UUID work,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody StatementBody body,
            Caller caller) {
        int from = Objects.requireNonNullElse(body.from(), 0);
        people.say(caller.requireAccount(), work, from, body.details(), body.named(), body.amendment(), key);
    }

    @PostMapping(PATH + "/{performer}/invitation")
    @Access(Role.CREATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "askConsent",
            summary = "Ask somebody in one of your works for their consent, at an address of their own")
    void ask(
            @PathVariable UUID work,
            @PathVariable UUID performer,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody QuestionBody body,
            Caller caller) {
        people.ask(caller.requireAccount(), work, performer, required("email", body.email()), language(body), key);
    }

    @PostMapping(PATH + "/{performer}/signature")
    @Access(Role.CREATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "signOwnConsent",
            summary = "Sign your own consent to a work of yours in which you are; nobody signs for somebody else")
    void sign(
            @PathVariable UUID work,
            @PathVariable UUID performer,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody SignatureBody body,
            Caller caller) {
        people.signForOneself(
                caller.requireAccount(),
                work,
                performer,
                required("scopes", body.scopes()),
                required("name", body.name()),
                body.shown());
    }

    @GetMapping("/api/v1/compliance/performers/{performer}/works")
    @Access(Role.CUSTODIAN)
    @Operation(
            operationId = "listWorksOfPerformer",
            summary = "The works that somebody is said to be in, and who else is in each; the look is audited")
    Page<StandingView> works(
            @PathVariable UUID performer, @RequestParam(required = false) @Nullable UUID after, Caller caller) {
        records.look(caller.requireAccount(), performer);
        return people.worksOf(performer, after).map(StandingView::of);
    }

    private static Language language(QuestionBody body) {
        if (body.language() == null) {
            return Language.current();
        }
        Language language = Language.tagged(body.language());
        if (language == null) {
            throw new InvalidField("language", "Choose one from the list.");
        }
        return language;
    }
}
