package network.fanz.content.moderation.policy;

import network.fanz.content.moderation.PolicyFacts;
import tools.jackson.databind.json.JsonMapper;

/** What the policy was asked about, as it is kept. */
public final class PolicyJson {
    private PolicyJson() {}

    public static String write(PolicyFacts facts) {
        return JsonMapper.shared().writeValueAsString(facts);
    }

    public static PolicyFacts facts(String json) {
        return JsonMapper.shared().readValue(json, PolicyFacts.class);
    }
}
