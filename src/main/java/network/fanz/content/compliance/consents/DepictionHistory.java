package network.fanz.content.compliance.consents;

import network.fanz.content.catalogue.Releases;
import network.fanz.content.catalogue.events.ReleaseMoved;
import org.springframework.stereotype.Component;

/** Notes when a depiction comes to be seen and when it ends, and by what it is found (28 CFR 75.2(a)(1)). */
@Component
class DepictionHistory {
    private static final String SHOWN = "published";

    private final DepictionStore store;
    private final Releases releases;

    DepictionHistory(DepictionStore store, Releases releases) {
        this.store = store;
        this.releases = releases;
    }

    void note(ReleaseMoved moved) {
        boolean shown = moved.state().equals(SHOWN);
        if (shown || store.isShown(moved.release())) {
            store.insert(
                    moved.release(),
                    moved.work(),
                    moved.at(),
                    shown,
                    releases.digest(moved.release()),
                    "work:" + moved.work());
        }
    }
}
