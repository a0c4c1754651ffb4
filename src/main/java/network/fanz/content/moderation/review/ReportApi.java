package network.fanz.content.moderation.review;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.InvalidField;
import network.fanz.common.Origin;
import network.fanz.content.moderation.NewReport;
import network.fanz.content.moderation.ReportReason;
import network.fanz.content.moderation.Reports;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reports over the API. */
@RestController
@Tag(name = "moderation")
class ReportApi {
    private final Reports reports;

    ReportApi(Reports reports) {
        this.reports = reports;
    }

    /** What is reported, and why. */
    record ReportBody(
            @Nullable UUID work,
            @Nullable ReportReason reason,
            @Nullable String words) {
        @Override
        public String toString() {
            return "ReportBody";
        }
    }

    @PostMapping("/api/v1/reports")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Access(anyone = true)
    @Operation(
            operationId = "reportContent",
            summary = "Report a work that is seen, with an account or without; people look at it")
    void report(@RequestHeader("Idempotency-Key") String key, @RequestBody ReportBody body, Origin origin) {
        if (body.work() == null) {
            throw new InvalidField("work", "This field is needed.");
        }
        if (body.reason() == null) {
            throw new InvalidField("reason", "This field is needed.");
        }
        reports.report(NewReport.of(body.work(), body.reason(), body.words()), origin);
    }
}
