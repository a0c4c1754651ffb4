package network.fanz.content.compliance;

import network.fanz.common.Origin;
import network.fanz.content.catalogue.AgeNotAssured;
import network.fanz.content.catalogue.Viewer;
import network.fanz.content.compliance.age.AgeBeginnings;
import network.fanz.security.ratelimit.Limit;
import network.fanz.security.ratelimit.RateLimits;
import org.springframework.stereotype.Component;

/**
 * Whether viewers are of age. A provider finds it out; kept are the method, the result and until when it counts, for an account or, without
 * one, for a session.
 */
@Component
public class AgeAssurance {
    private final AgeBeginnings beginnings;
    private final RateLimits limits;

    AgeAssurance(AgeBeginnings beginnings, RateLimits limits) {
        this.beginnings = beginnings;
        this.limits = limits;
    }

    public AgeStanding standing(Viewer viewer) {
        return beginnings.standing(viewer);
    }

    /**
     * Begins a proof, or goes on with the one that is open; its page is in the answer. Emits nothing.
     *
     * @param returnUrl where the provider's page sends the viewer afterwards
     * @param origin where a viewer without an account comes from: a session of theirs costs them nothing
     * @throws AgeTriesUsedUp if they have begun too many
     * @throws network.fanz.security.ratelimit.RateLimited if too many without an account come from there
     * @throws NoAgeProvider if there is nobody to ask
     * @throws AgeNotAssured if the viewer has neither an account nor a session that it could count for
     */
    public AgeStanding begin(Viewer viewer, String returnUrl, Origin origin) {
        if (viewer.account() == null && !beginnings.standing(viewer).state().isOpen()) {
            limits.requireWithin(Limit.AGE_CHECK, origin.placeKey());
        }
        return beginnings.begin(viewer, returnUrl);
    }
}
