package network.fanz.content.audience;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How works are viewed: a creator's own for creators, all for those of the staff who read figures. */
@RestController
@Tag(name = "audience")
@Access({Role.CREATOR, Role.EXECUTIVE, Role.ANALYST, Role.ADMINISTRATOR})
class AudienceApi {
    private static final Set<Role> ALL = EnumSet.of(Role.EXECUTIVE, Role.ANALYST, Role.ADMINISTRATOR);

    private final Views views;

    AudienceApi(Views views) {
        this.views = views;
    }

    @GetMapping("/api/v1/works/{id}/analytics")
    @Operation(operationId = "getContentAnalytics", summary = "How a work was viewed, day by day up to today (UTC)")
    WorkFigures ofWork(
            @PathVariable("id") UUID id, @RequestParam(name = "days", defaultValue = "30") int days, Caller caller) {
        return views.ofWork(id, whose(caller), days);
    }

    @GetMapping("/api/v1/views/total")
    @Operation(
            operationId = "getTotalViews",
            summary = "All views since counting began: of your works, or for staff of all")
    TotalViews total(Caller caller) {
        return views.total(whose(caller));
    }

    private static @Nullable AccountId whose(Caller caller) {
        return caller.roles().stream().anyMatch(ALL::contains) ? null : caller.requireAccount();
    }
}
