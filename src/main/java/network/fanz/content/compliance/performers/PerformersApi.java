package network.fanz.content.compliance.performers;

import static network.fanz.common.InvalidField.required;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.common.Steady;
import network.fanz.content.compliance.DocumentScans;
import network.fanz.content.compliance.FoundPerformer;
import network.fanz.content.compliance.IdentityDocument;
import network.fanz.content.compliance.PerformerRecord;
import network.fanz.content.compliance.PerformerRecords;
import network.fanz.content.compliance.Production;
import network.fanz.content.compliance.RecordCheck;
import network.fanz.content.compliance.RecordGap;
import network.fanz.content.compliance.RecordGapKind;
import network.fanz.platform.idempotency.SecretResponse;
import network.fanz.security.audit.AuditEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Records of the people in works, as creators keep them and custodians look at them. */
@RestController
@RequestMapping("/api/v1/compliance/performers")
@Tag(name = "compliance")
class PerformersApi {
    private final PerformerRecords records;
    private final DocumentScans scans;
    private final Clock clock;

    PerformersApi(PerformerRecords records, DocumentScans scans, @Steady Clock clock) {
        this.records = records;
        this.scans = scans;
        this.clock = clock;
    }

    record NewId(UUID id) {}

    record MissingView(RecordGapKind kind, @Nullable UUID document, String detail) {
        static List<MissingView> of(List<RecordGap> gaps) {
            return gaps.stream()
                    .map(gap -> new MissingView(
                            gap.kind(), gap.document(), gap.words().said()))
                    .toList();
        }
    }

    record RecordView(PerformerRecord record, boolean complete, List<MissingView> missing, Instant keptUntil) {
        @Override
        public String toString() {
            return "RecordView";
        }
    }

    record ForWork(boolean complete, List<MissingView> missing) {}

    record ScanBody(@Nullable UUID upload) {}

    record NameRequest(@Nullable String name, @Nullable UUID after) {
        @Override
        public String toString() {
            return "NameRequest";
        }
    }

    @GetMapping
    @Access(Role.CREATOR)
    @Operation(
            operationId = "listPerformers",
            summary = "The records that you keep of people in your works, the latest first")
    Page<RecordView> list(@RequestParam(required = false) @Nullable UUID after, Caller caller) {
        return records.of(caller.requireAccount(), after).map(this::view);
    }

    @PostMapping
    @Access(Role.CREATOR)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "recordPerformer", summary = "Begin the record of a person in your works")
    NewId record(@RequestHeader("Idempotency-Key") String key, @RequestBody PerformerBody body, Caller caller) {
        return new NewId(
                records.record(caller.requireAccount(), Boolean.TRUE.equals(body.oneself()), body.details(), key));
    }

    @GetMapping("/{performer}")
    @Access({Role.CREATOR, Role.CUSTODIAN})
    @Operation(operationId = "getPerformer", summary = "A record with all its versions; a custodian’s look is audited")
    RecordView one(@PathVariable UUID performer, Caller caller) {
        return view(seen(performer, caller));
    }

    @GetMapping("/{performer}/check")
    @Access({Role.CREATOR, Role.CUSTODIAN})
    @Operation(
            operationId = "checkPerformer",
            summary = "What a record lacks for a work of a day and a country; a custodian’s look is audited")
    ForWork check(
            @PathVariable UUID performer,
            @RequestParam LocalDate producedOn,
            @RequestParam String country,
            @RequestParam(required = false) @Nullable String timeZone,
            Caller caller) {
        Production production = new Production(
                producedOn,
                Production.zone("timeZone", Objects.requireNonNullElse(timeZone, "")),
                IdentityDocument.country("country", country));
        List<MissingView> missing = MissingView.of(RecordCheck.gaps(seen(performer, caller), production));
        return new ForWork(missing.isEmpty(), missing);
    }

    @PostMapping("/{performer}/amendments")
    @Access(Role.CREATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "amendPerformer", summary = "Say something else of the person; what was said before stays")
    void amend(
            @PathVariable UUID performer,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody PerformerBody.PersonAmendment body,
            Caller caller) {
        records.amend(
                caller.requireAccount(),
                performer,
                required("from", body.from()),
                required("person", body.person()).details(),
                PerformerBody.amendment(body.why(), body.evidence()),
                key);
    }

    @PostMapping("/{performer}/documents")
    @Access(Role.CREATOR)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "addPerformerDocument", summary = "Add a document that you have examined")
    NewId addDocument(
            @PathVariable UUID performer,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody DocumentBody body,
            Caller caller) {
        return new NewId(records.addDocument(caller.requireAccount(), performer, body.content(), key));
    }

    @PostMapping("/{performer}/documents/{document}/amendments")
    @Access(Role.CREATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "amendPerformerDocument",
            summary = "Say something else of a document; what was said before stays")
    void amendDocument(
            @PathVariable UUID performer,
            @PathVariable UUID document,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody DocumentBody.DocumentAmendment body,
            Caller caller) {
        records.amendDocument(
                caller.requireAccount(),
                performer,
                document,
                required("from", body.from()),
                required("document", body.document()).content(),
                PerformerBody.amendment(body.why(), body.evidence()),
                key);
    }

    @PostMapping("/{performer}/documents/{document}/scan")
    @Access(Role.CREATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "addDocumentScan",
            summary = "Add the picture of a document: a file that you have sent, which then belongs to the record")
    void addScan(
            @PathVariable UUID performer,
            @PathVariable UUID document,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody ScanBody body,
            Caller caller) {
        scans.add(caller.requireAccount(), performer, document, required("upload", body.upload()), key);
    }

    /** A POST, because a name must not appear in a log of paths. */
    @PostMapping("/search")
    @Access(value = Role.CUSTODIAN, freshProof = true)
    @SecretResponse
    @Operation(operationId = "searchPerformers", summary = "Everybody who has or had a name; the search is audited")
    Page<FoundPerformer> search(@RequestBody NameRequest body, Caller caller) {
        return records.search(caller.requireAccount(), required("name", body.name()), body.after());
    }

    @GetMapping("/{performer}/history")
    @Access(Role.CUSTODIAN)
    @Operation(
            operationId = "listPerformerHistory",
            summary = "Who changed a record and who looked at it, the latest first")
    Page<AuditEntry> history(@PathVariable UUID performer, @RequestParam(required = false) @Nullable String after) {
        return records.history(performer, after);
    }

    private PerformerRecord seen(UUID performer, Caller caller) {
        AccountId account = caller.requireAccount();
        return caller.has(Role.CUSTODIAN) ? records.look(account, performer) : records.own(account, performer);
    }

    private RecordView view(PerformerRecord record) {
        List<MissingView> missing = MissingView.of(RecordCheck.gaps(record, clock.instant()));
        return new RecordView(record, missing.isEmpty(), missing, record.keptUntil());
    }
}
