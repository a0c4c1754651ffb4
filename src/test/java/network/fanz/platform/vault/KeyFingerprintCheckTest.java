package network.fanz.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import network.fanz.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("database")
class KeyFingerprintCheckTest {
    @TempDir
    Path folder;

    @Test
    void keepsANodeWithOtherKeysOut() {
        KeyFingerprintStore store =
                new KeyFingerprintStore(JdbcClient.create(TestDatabase.fresh().asProgram()));
        new KeyFingerprintCheck(store, Vault.in(folder.resolve("keys"))).afterPropertiesSet();
        new KeyFingerprintCheck(store, Vault.in(folder.resolve("keys"))).afterPropertiesSet();
        KeyFingerprintCheck other = new KeyFingerprintCheck(store, Vault.in(folder.resolve("other")));
        assertThatThrownBy(other::afterPropertiesSet).isInstanceOf(WrongKeys.class);
    }

    @Test
    void aMasterKeyThatARefusedStartHasMadeIsGoneAgainAndOneThatWasThereStays() throws Exception {
        KeyFingerprintStore store =
                new KeyFingerprintStore(JdbcClient.create(TestDatabase.fresh().asProgram()));
        new KeyFingerprintCheck(store, Vault.in(folder.resolve("keys"))).afterPropertiesSet();
        KeyFingerprintCheck empty = new KeyFingerprintCheck(store, Vault.in(folder.resolve("empty")));
        assertThatThrownBy(empty::afterPropertiesSet).isInstanceOf(WrongKeys.class);
        assertThat(folder.resolve("empty/master.key")).doesNotExist();
        KeyFingerprintCheck replaced = new KeyFingerprintCheck(store, Vault.in(folder.resolve("replaced")));
        Files.copy(
                folder.resolve("keys/master.key"),
                folder.resolve("replaced/master.key"),
                StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(replaced::afterPropertiesSet).isInstanceOf(WrongKeys.class);
        assertThat(folder.resolve("replaced/master.key"))
                .as("somebody has put it there meanwhile")
                .exists();
        Vault.in(folder.resolve("another"));
        KeyFingerprintCheck another = new KeyFingerprintCheck(store, Vault.in(folder.resolve("another")));
        assertThatThrownBy(another::afterPropertiesSet).isInstanceOf(WrongKeys.class);
        assertThat(folder.resolve("another/master.key")).exists();
    }

    @Test
    void storesNoKey() throws Exception {
        KeyFingerprintStore store =
                new KeyFingerprintStore(JdbcClient.create(TestDatabase.fresh().asProgram()));
        Vault vault = Vault.in(folder.resolve("keys"));
        new KeyFingerprintCheck(store, vault).afterPropertiesSet();
        byte[] mark = store.fingerprintOrFirst(new byte[32]);
        assertThat(mark)
                .isEqualTo(vault.keyedHash("vault.installation.mark", "these keys"))
                .isNotEqualTo(Files.readAllBytes(folder.resolve("keys/master.key")));
    }
}
