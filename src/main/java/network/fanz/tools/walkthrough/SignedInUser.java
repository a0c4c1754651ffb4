package network.fanz.tools.walkthrough;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A user with an account, signed in at the API.
 *
 * @param client calls with the account's session
 * @param totp the account's second factor; null for a fan without one
 */
public record SignedInUser(
        String id,
        String email,
        String password,
        ProgramClient client,
        @Nullable TotpGenerator totp) {
    /** A code that has not been given yet. */
    String nextCode() {
        return Objects.requireNonNull(totp).next();
    }

    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
