package network.fanz.platform.vault;

import java.security.MessageDigest;
import org.springframework.beans.factory.InitializingBean;

/** At the start: a node with other keys would find nobody and seal what no other node can open, so it stays out. */
final class KeysCheck implements InitializingBean {
    private final InstallationStore store;
    private final Vault vault;

    KeysCheck(InstallationStore store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    /** @throws WrongKeys if the database was sealed with other keys */
    @Override
    public void afterPropertiesSet() {
        byte[] mine = vault.lookup("vault.installation.mark", "these keys");
        if (!MessageDigest.isEqual(mine, store.markOrFirst(mine))) {
            throw new WrongKeys();
        }
    }
}
