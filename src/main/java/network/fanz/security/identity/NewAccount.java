package network.fanz.security.identity;

import java.time.LocalDate;
import network.fanz.common.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a person enters to register.
 *
 * @param email the person's email address; empty where an invitation names it
 * @param password its length counts, not its composition
 * @param name the public name
 * @param dateOfBirth as the person states it
 * @param country where the person claims to live, ISO 3166-1 alpha-2
 * @param role FAN or CREATOR; staff are invited
 * @param terms the version of the terms of use that the person accepts; null for none
 */
public record NewAccount(
        String email,
        String password,
        String name,
        LocalDate dateOfBirth,
        String country,
        Role role,
        @Nullable Integer terms) {
    @Override
    public String toString() {
        return "NewAccount[role=" + role + "]";
    }
}
