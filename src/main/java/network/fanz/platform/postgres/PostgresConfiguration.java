package network.fanz.platform.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import network.fanz.platform.health.PartHealth;
import network.fanz.platform.health.ReadinessCheck;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** One pool for the program, made after the migrations have run. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PostgresSettings.class, DataSettings.class})
class PostgresConfiguration {
    @Bean
    DataFolder dataFolder(DataSettings settings) {
        return DataFolder.open(settings.folder());
    }

    /** Spring ends beans in the reverse order of their need, so the server stops after the pool. */
    @Bean
    @ConditionalOnProperty(name = "fanz.postgres.url", matchIfMissing = true, havingValue = "embedded")
    EmbeddedPostgres embeddedPostgres(DataFolder folder) {
        return EmbeddedPostgres.start(folder);
    }

    /** {@code embedded} is absent when settings name an outside server. */
    @Bean
    HikariDataSource dataSource(PostgresSettings settings, ObjectProvider<EmbeddedPostgres> embedded) {
        EmbeddedPostgres server = embedded.getIfAvailable();
        Supplier<String> url = server != null ? server::url : outside(settings);
        String ownerPassword = server != null ? server.ownerPassword() : settings.ownerPassword();
        String programPassword = server != null ? server.programPassword() : settings.programPassword();
        Migrations.run(owner(url.get(), settings.ownerName(), ownerPassword), settings.programName());
        return pool(url, settings, programPassword);
    }

    private static Supplier<String> outside(PostgresSettings settings) {
        String url = Objects.requireNonNull(settings.url(), "fanz.postgres.url");
        return () -> url;
    }

    /** It needs server and pool, so it ends before both. */
    @Bean
    @ConditionalOnProperty(name = "fanz.postgres.url", matchIfMissing = true, havingValue = "embedded")
    PostgresSupervisor postgresSupervisor(EmbeddedPostgres server, HikariDataSource pool) {
        return new PostgresSupervisor(server, pool);
    }

    @Bean
    @ConditionalOnProperty(name = "fanz.postgres.url", matchIfMissing = true, havingValue = "embedded")
    HealthIndicator postgresHealthIndicator(PostgresSupervisor supervisor) {
        return new PartHealth(supervisor);
    }

    @Bean
    HealthIndicator databaseHealthIndicator(JdbcClient jdbc) {
        return new ReadinessCheck("database", () -> PostgresStore.ping(jdbc));
    }

    private static DataSource owner(String url, String name, @Nullable String password) {
        return new SimpleDriverDataSource(
                new org.postgresql.Driver(), url, name, Objects.requireNonNullElse(password, ""));
    }

    private static HikariDataSource pool(Supplier<String> url, PostgresSettings settings, @Nullable String password) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("fanz");
        config.setDataSource(new ServerConnections(url, settings, Objects.requireNonNullElse(password, "")));
        config.setMaximumPoolSize(settings.connectionsMax());
        config.setConnectionTimeout(10_000);
        return new FailFastPool(config);
    }
}
