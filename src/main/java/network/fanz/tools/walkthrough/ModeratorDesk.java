package network.fanz.tools.walkthrough;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A moderator who looks at what waits and decides. */
public final class ModeratorDesk {
    private static final String ITEMS = "/api/v1/moderation/items";
    private static final int OK = 200;

    private final SignedInUser moderator;

    public ModeratorDesk(SignedInUser moderator) {
        this.moderator = moderator;
    }

    /** The item of a work, taken in hand. */
    public Optional<String> itemOf(String work) {
        JsonNode items =
                moderator.client().api("GET", ITEMS + "?limit=100").expect(OK).json();
        for (JsonNode item : items.path("items")) {
            if (item.path("work").asString().equals(work)) {
                String id = item.path("id").asString();
                moderator.client().api("POST", ITEMS + "/" + id + "/claim").expect(OK);
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }

    /** What there is to be looked at. */
    public String digest(String item) {
        return moderator
                .client()
                .api("GET", ITEMS + "/" + item + "/subject")
                .expect(OK)
                .text("digest");
    }

    /** Says that it may be seen. */
    public HttpAnswer decide(String item, String digest) {
        Map<String, String> decision = new HashMap<>();
        decision.put("kind", "APPROVE");
        decision.put("digest", digest);
        return moderator.client().api("POST", ITEMS + "/" + item + "/decisions", decision);
    }
}
