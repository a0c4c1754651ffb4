package network.fanz.testing;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** A device of a tab's own that makes and uses passkeys, and says yes whenever it is asked. */
public final class VirtualAuthenticator {
    private final CDPSession devTools;
    private final String id;

    /** Gives a tab its device. */
    public VirtualAuthenticator(Page page) {
        devTools = page.context().newCDPSession(page);
        devTools.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject ask = new JsonObject();
        ask.add("options", options);
        id = devTools.send("WebAuthn.addVirtualAuthenticator", ask)
                .get("authenticatorId")
                .getAsString();
    }

    /** From now on it cannot tell that it is its owner who uses it. */
    public void losesItsOwner() {
        JsonObject unverified = new JsonObject();
        unverified.addProperty("authenticatorId", id);
        unverified.addProperty("isUserVerified", false);
        devTools.send("WebAuthn.setUserVerified", unverified);
    }
}
