package network.fanz.platform.backup;

import java.time.Clock;
import network.fanz.common.Steady;
import network.fanz.platform.health.PartHealth;
import network.fanz.platform.postgres.DataFolder;
import network.fanz.platform.postgres.PostgresSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BackupSettings.class)
class BackupConfiguration {
    @Bean
    BackupReporter backupReporter(
            DataFolder folder, BackupSettings settings, PostgresSettings postgres, @Steady Clock clock) {
        return new BackupReporter(folder.path(), postgres.isOutside(), settings.ageMax(), clock);
    }

    @Bean
    HealthIndicator backupHealthIndicator(BackupReporter backupReporter) {
        return new PartHealth(backupReporter);
    }
}
