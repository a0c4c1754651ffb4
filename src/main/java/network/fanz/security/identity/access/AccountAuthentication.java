package network.fanz.security.identity.access;

import java.util.List;
import network.fanz.common.Role;
import network.fanz.security.identity.sessions.SessionAccount;
import network.fanz.security.identity.sessions.SignInProof;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A signed-in account, as Spring Security and the servlet layer see it: its name is the account's id. */
public final class AccountAuthentication extends AbstractAuthenticationToken {
    /** Grants hold this for some minutes. It changes with the fields, so that what an older program wrote is not read as something else. */
    private static final long serialVersionUID = 2L;

    private final String account;
    private final SignInProof proof;

    AccountAuthentication(SignInProof signInProof, SessionAccount sessionAccount) {
        super(authorities(signInProof, sessionAccount));
        this.account = signInProof.account().toString();
        this.proof = signInProof;
        setAuthenticated(true);
    }

    private static List<GrantedAuthority> authorities(SignInProof proof, SessionAccount sessionAccount) {
        boolean all = proof.secondFactor() || !sessionAccount.needsSecondFactor();
        return (all ? sessionAccount.roles() : sessionAccount.rolesBeforeSecondFactor())
                .stream()
                        .sorted()
                        .map(Role::name)
                        .map(role -> (GrantedAuthority) new SimpleGrantedAuthority("ROLE_" + role))
                        .toList();
    }

    /** What the session proves of the account. */
    public SignInProof proof() {
        return proof;
    }

    @Override
    public String getPrincipal() {
        return account;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return account;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other) && other instanceof AccountAuthentication same && same.account.equals(account);
    }

    @Override
    public int hashCode() {
        return account.hashCode();
    }
}
