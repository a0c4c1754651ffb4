package network.fanz.platform.jobs;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import network.fanz.common.Access;
import network.fanz.common.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The jobs, for those who run the program. */
@RestController
class JobsApi {
    private final Jobs jobs;

    JobsApi(Jobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping("/api/v1/operations/jobs")
    @Access(Role.ADMINISTRATOR)
    @Operation(operationId = "listJobs", summary = "What the program does by itself, and how it went")
    List<JobState> jobs() {
        return jobs.states();
    }
}
