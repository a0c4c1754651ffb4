package network.fanz.platform.vault;

import java.nio.file.Path;
import java.util.Objects;
import network.fanz.platform.postgres.DataFolder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The key folder, behind a short memory. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VaultSettings.class)
class VaultConfiguration {
    @Bean
    SubjectKeys subjectKeys(VaultSettings settings, DataFolder data) {
        return keys(Objects.requireNonNullElseGet(settings.folder(), () -> data.resolve("keys")), settings);
    }

    @Bean
    KeyFingerprintCheck keysCheck(KeyFingerprintStore store, Vault vault) {
        return new KeyFingerprintCheck(store, vault);
    }

    static Vault vault(Path folder, VaultSettings settings) {
        return new Vault(keys(folder, settings));
    }

    private static SubjectKeys keys(Path folder, VaultSettings settings) {
        return new KeyCache(
                KeyFolder.open(folder.toAbsolutePath().normalize()),
                settings.keptFor(),
                settings.keysMax(),
                System::nanoTime);
    }
}
