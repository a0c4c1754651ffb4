package network.fanz.platform.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.fanz.testing.GeneratedDocs;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import tools.jackson.databind.JsonNode;

class SettingsTest {
    static List<Class<?>> records() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scan.findCandidateComponents("network.fanz").stream()
                .<Class<?>>map(found -> loaded(found.getBeanClassName()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordHasDefaultsThatBind(Class<?> type) {
        ConfigurationProperties marked = type.getAnnotation(ConfigurationProperties.class);
        assertThat(type.isRecord()).isTrue();
        assertThat(marked.prefix()).startsWith("fanz.");
        assertThat(marked.ignoreUnknownFields()).isFalse();
        Binder nothingSet = new Binder(new MapConfigurationPropertySource(Map.of()));
        assertThatCode(() -> nothingSet.bindOrCreate(marked.prefix(), type)).doesNotThrowAnyException();
    }

    @Test
    void findsTheRecords() {
        assertThat(records()).hasSizeGreaterThan(2);
    }

    @Test
    void refusesASettingThatDoesNotExistAndNamesIt() {
        assertThatThrownBy(() -> guard("fanz.postgres.conections-max"))
                .isInstanceOf(UnknownSetting.class)
                .hasMessageContaining("fanz.postgres.conections-max");
        assertThatThrownBy(() -> guard("FANZ_DATA_FOLDR")).isInstanceOf(UnknownSetting.class);
        assertThatThrownBy(() -> guard("fanz.nobody")).isInstanceOf(UnknownSetting.class);
    }

    @Test
    void knowsASettingHoweverItIsWritten() {
        assertThatCode(() -> guard("fanz.postgres.connections-max")).doesNotThrowAnyException();
        assertThatCode(() -> guard("fanz.postgres.connectionsMax")).doesNotThrowAnyException();
        assertThatCode(() -> guard("FANZ_POSTGRES_CONNECTIONSMAX")).doesNotThrowAnyException();
        assertThatCode(() -> guard("someone.elses")).doesNotThrowAnyException();
    }

    @Test
    void keepsTheProfileLocalOnLoopback() {
        assertThatThrownBy(() -> profiles("local", "server.address", "0.0.0.0")).hasMessageContaining("loopback only");
        assertThatCode(() -> profiles("local", "server.address", "127.0.0.1")).doesNotThrowAnyException();
        assertThatCode(() -> profiles("production", "server.address", "0.0.0.0"))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesASandboxInAnyOtherProfile() {
        assertThatThrownBy(() -> profiles("production", "FANZ_SANDBOX_PAYMENTS_SIGNINGKEY", "x"))
                .isInstanceOf(WrongProfile.class)
                .hasMessageContaining("FANZ_SANDBOX_PAYMENTS_SIGNINGKEY");
        assertThatCode(() -> profiles("local", "fanz.sandbox.payments.signing-key", "x"))
                .doesNotThrowAnyException();
    }

    @Test
    void describesEverySetting() {
        List<String> silent = properties()
                .filter(property -> property.path("description").asString("").isBlank())
                .map(property -> property.path("name").asString())
                .toList();
        assertThat(silent).isEmpty();
    }

    @Test
    @Tag("generated")
    void listsThemInTheDocs() {
        Map<String, List<JsonNode>> groups = properties()
                .collect(Collectors.groupingBy(
                        property -> property.path("name").asString().split("\\.")[1],
                        TreeMap::new,
                        Collectors.toList()));
        StringBuilder text = new StringBuilder("""
                # Settings

                Made from the code; do not edit. Each can be given on the command line (`./fanz up --fanz.data.folder=/srv/fanz`), in
                the environment (`FANZ_DATA_FOLDER`), or in an `application.yaml` in the working directory. An unknown one stops the
                start and is named.
                """);
        groups.forEach((group, properties) -> {
            text.append("\n## fanz.").append(group).append("\n\n| setting | default | what it does |\n|---|---|---|\n");
            properties.forEach(property -> text.append(row(property)));
        });
        GeneratedDocs.check(Path.of("docs", "settings.md"), text.toString());
    }

    private static String row(JsonNode property) {
        JsonNode value = property.path("defaultValue");
        String shown =
                value.isMissingNode() ? "" : "`" + (value.isString() ? value.asString() : value.toString()) + "`";
        String meaning = property.path("description").asString().replaceAll("\\{@code ([^}]*)}", "`$1`");
        return "| `" + property.path("name").asString() + "` | " + shown + " | " + meaning + " |\n";
    }

    private static Stream<JsonNode> properties() {
        return KnownSettings.metadata().path("properties").valueStream();
    }

    private static void guard(String name) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of(name, "1")));
        new SettingsGuard().postProcessEnvironment(environment, new SpringApplication());
    }

    private static void profiles(String profile, String name, String value) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.setActiveProfiles(profile);
        environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of(name, value)));
        new ProfileGuard().postProcessEnvironment(environment, new SpringApplication());
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
