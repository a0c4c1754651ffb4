package network.fanz.platform.vault;

import java.security.MessageDigest;
import org.springframework.beans.factory.InitializingBean;

/** At the start: a node with other keys would find no account and seal what no other node can open, so it does not start. */
final class KeyFingerprintCheck implements InitializingBean {
    private final KeyFingerprintStore store;
    private final Vault vault;

    KeyFingerprintCheck(KeyFingerprintStore store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    /** @throws WrongKeys if the database was sealed with other keys; a master key that this start has made is gone again */
    @Override
    public void afterPropertiesSet() {
        byte[] mine = vault.keyedHash("vault.installation.mark", "these keys");
        if (!MessageDigest.isEqual(mine, store.fingerprintOrFirst(mine))) {
            vault.takeBackNewMaster();
            throw new WrongKeys();
        }
    }
}
