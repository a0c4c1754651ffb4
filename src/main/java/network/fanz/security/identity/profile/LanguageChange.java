package network.fanz.security.identity.profile;

import network.fanz.common.AccountId;
import network.fanz.common.Language;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Another language of the letters to an account's owner. */
@Component
public final class LanguageChange {
    private final ProfileStore store;
    private final Audit audit;
    private final TransactionTemplate transaction;

    LanguageChange(ProfileStore store, Audit audit, TransactionTemplate transaction) {
        this.store = store;
        this.audit = audit;
        this.transaction = transaction;
    }

    public void change(AccountId account, Language language) {
        transaction.executeWithoutResult(status -> {
            if (store.setLanguage(account, language)) {
                audit.record(AuditAction.of("identity.change_language", account, "account:" + account)
                        .with("language", language.tag()));
            }
        });
    }
}
