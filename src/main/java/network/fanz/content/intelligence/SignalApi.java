package network.fanz.content.intelligence;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.Caller;
import network.fanz.common.NotFound;
import network.fanz.common.Role;
import network.fanz.content.catalogue.ReleaseState;
import network.fanz.content.catalogue.Releases;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What software said of a release, for those who decide. */
@RestController
@Tag(name = "intelligence")
class SignalApi {
    private final Releases releases;
    private final Signals signals;

    SignalApi(Releases releases, Signals signals) {
        this.releases = releases;
        this.signals = signals;
    }

    /** What is sealed is there for the cleared alone. */
    @GetMapping("/api/v1/content/releases/{release}/signals")
    @Access({Role.MODERATOR, Role.CUSTODIAN, Role.ADMINISTRATOR})
    @Operation(
            operationId = "listSignals",
            summary = "What software said of a release, each with its model; none before it has looked")
    List<Signal> list(@PathVariable("release") UUID release, Caller caller) {
        if (releases.state(release) == ReleaseState.SEALED && !caller.has(Role.CUSTODIAN)) {
            throw new NotFound("release");
        }
        return signals.of(release);
    }
}
