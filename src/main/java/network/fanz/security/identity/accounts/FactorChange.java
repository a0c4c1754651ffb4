package network.fanz.security.identity.accounts;

import network.fanz.common.Sentence;

/** What became of an account's second factors, as its owner is told by letter. */
public enum FactorChange {
    PASSKEY_ADDED("A passkey was added to your account", "With it one signs in to your account without its password."),
    PASSKEY_REMOVED("A passkey was removed from your account", "With it nobody signs in any more."),
    APP_SET_UP(
            "An authenticator app was set up for your account",
            "Signing in with your password asks for a second factor from now on. Recovery codes from before are no longer good."),
    APP_REMOVED("The authenticator app was removed from your account", "Signing in no longer asks for its codes."),
    TAKEN_AWAY(
            "Your second factor was removed",
            "Two administrators have decided that, because it was said to be lost. All sessions have ended, and your password alone opens the"
                    + "\naccount until you set up another factor.");

    private final String subject;
    private final String meaning;

    FactorChange(String subject, String meaning) {
        this.subject = subject;
        this.meaning = meaning;
    }

    Sentence subject() {
        return Sentence.of(subject);
    }

    /** What that means for signing in, a sentence or two. */
    Sentence meaning() {
        return Sentence.of(meaning);
    }

    /** What the owner does who did not want it. */
    Sentence remedy() {
        return Sentence.of(
                this == TAKEN_AWAY
                        ? "If you have not lost it, sign in, choose a new password and set up another factor:"
                        : "If it was not you, sign in, end the other sessions and change it back:");
    }
}
