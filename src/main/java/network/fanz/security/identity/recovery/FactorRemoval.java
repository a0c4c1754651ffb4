package network.fanz.security.identity.recovery;

import network.fanz.common.AccountId;
import network.fanz.security.identity.accounts.AccountAccessStore;
import network.fanz.security.identity.factors.SecondFactorCodes;
import network.fanz.security.identity.passkeys.PasskeyCeremonies;
import network.fanz.security.identity.sessions.IdentitySessionRepository;
import org.springframework.stereotype.Component;

/** Takes away all second factors of an account, and ends its sessions. */
@Component
final class FactorRemoval {
    private final AccountAccessStore access;
    private final SecondFactorCodes codes;
    private final PasskeyCeremonies passkeys;
    private final IdentitySessionRepository sessions;

    FactorRemoval(
            AccountAccessStore accountAccess,
            SecondFactorCodes secondFactorCodes,
            PasskeyCeremonies ceremonies,
            IdentitySessionRepository sessions) {
        this.access = accountAccess;
        this.codes = secondFactorCodes;
        this.passkeys = ceremonies;
        this.sessions = sessions;
    }

    void removeAll(AccountId account) {
        access.lock(account);
        codes.removeAll(account);
        passkeys.removeAll(account);
        access.setFactorSetUp(account, false);
        sessions.endAll(account, null);
    }
}
