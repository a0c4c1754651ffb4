package network.fanz.content.compliance;

import network.fanz.content.catalogue.AgeNotAssured;
import network.fanz.content.catalogue.Viewer;
import network.fanz.content.compliance.age.AgeBeginnings;
import org.springframework.stereotype.Component;

/**
 * Whether viewers are of age. A provider finds it out; kept are the method, the result and until when it counts, for an account or, without
 * one, for a session.
 */
@Component
public class AgeAssurance {
    private final AgeBeginnings beginnings;

    AgeAssurance(AgeBeginnings beginnings) {
        this.beginnings = beginnings;
    }

    public AgeStanding standing(Viewer viewer) {
        return beginnings.standing(viewer);
    }

    /**
     * Begins a proof, or goes on with the one that is open; its page is in the answer. Emits nothing.
     *
     * @param returnUrl where the provider's page sends the viewer afterwards
     * @throws AgeTriesUsedUp if they have begun too many
     * @throws NoAgeProvider if there is nobody to ask
     * @throws AgeNotAssured if the viewer has neither an account nor a session that it could count for
     */
    public AgeStanding begin(Viewer viewer, String returnUrl) {
        return beginnings.begin(viewer, returnUrl);
    }
}
