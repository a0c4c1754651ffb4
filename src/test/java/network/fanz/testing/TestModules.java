package network.fanz.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import network.fanz.common.DomainEvent;
import network.fanz.common.Steady;
import network.fanz.platform.events.Events;
import network.fanz.platform.events.ParkedEvents;
import network.fanz.platform.postgres.DataFolder;
import org.awaitility.Awaitility;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RestController;

/** Some modules of the program, without its web, on a database of their own and on a clock that the test sets. */
public final class TestModules implements AutoCloseable {
    private static final Duration SETTLE_POLL = Duration.ofMillis(5);

    private final TestDatabase database = TestDatabase.fresh();
    private final Path folder;
    private final ConfigurableApplicationContext context;

    private TestModules(Clock clock, List<String> packages, List<String> settings) {
        List<String> all = new ArrayList<>(settings);
        this.folder = folder();
        all.add("--fanz.data.folder=" + folder);
        all.add("--spring.main.banner-mode=off");
        this.context = new SpringApplicationBuilder(Base.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .initializers(fresh -> fill((GenericApplicationContext) fresh, clock, packages))
                .run(all.toArray(String[]::new));
    }

    /** @param packages the modules, such as {@code security.monitoring}, with those that they need */
    public static TestModules start(Clock clock, String... packages) {
        return new TestModules(clock, List.of(packages), List.of());
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public TestDatabase database() {
        return database;
    }

    /** Publishes events in one transaction and waits until every subscription has seen them. */
    public void publish(DomainEvent... events) {
        bean(TransactionTemplate.class)
                .executeWithoutResult(status -> bean(Events.class).append(Arrays.asList(events)));
        settle();
    }

    /** Waits until every subscription has handled every event that is for it; the handlers' own too. */
    public void settle() {
        ParkedEvents events = bean(ParkedEvents.class);
        Awaitility.await().pollInterval(SETTLE_POLL).until(events::hasCaughtUp);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "modules-");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void fill(GenericApplicationContext fresh, Clock clock, List<String> packages) {
        fresh.registerBean(Clock.class, () -> clock);
        fresh.registerBean("steadyClock", Clock.class, () -> clock, TestModules::asSteady);
        fresh.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        fresh.registerBean(DataSource.class, this::pool);
        fresh.registerBean(DataFolder.class, () -> DataFolder.open(folder));
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(fresh);
        scanner.addExcludeFilter(new AnnotationTypeFilter(RestController.class));
        scanner.scan(packages.stream().map(name -> "network.fanz." + name).toArray(String[]::new));
    }

    /** In a module alone time passes as the test says: no jump is in doubt. */
    private static void asSteady(BeanDefinition bean) {
        ((AbstractBeanDefinition) bean).setDefaultCandidate(false);
        ((AbstractBeanDefinition) bean).addQualifier(new AutowireCandidateQualifier(Steady.class));
    }

    private HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.asProgram());
        config.setMaximumPoolSize(10);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        context.close();
        TestFolders.delete(folder);
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        ConfigurationPropertiesAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    static class Base {}
}
