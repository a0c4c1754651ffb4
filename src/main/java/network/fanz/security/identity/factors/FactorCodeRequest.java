package network.fanz.security.identity.factors;

import org.jspecify.annotations.Nullable;

/** A code of a second factor; its text form hides the code. */
public record FactorCodeRequest(@Nullable String code) {
    @Override
    public String toString() {
        return "FactorCodeRequest";
    }
}
