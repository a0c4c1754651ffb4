package network.fanz.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import network.fanz.testing.GeneratedDocs;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.type.filter.AnnotationTypeFilter;

class SettingsTest {
    private static final KnownSettings KNOWN = KnownSettings.read();

    static Collection<Class<? extends Record>> records() {
        return KNOWN.records().values();
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordHasDefaultsThatBind(Class<? extends Record> type) {
        ConfigurationProperties marked = type.getAnnotation(ConfigurationProperties.class);
        assertThat(marked.prefix()).startsWith("fanz.");
        assertThat(marked.ignoreUnknownFields()).isFalse();
        assertThat(Defaults.of(type)).isNotNull();
    }

    @Test
    void knowsEveryRecord() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        List<String> found = scan.findCandidateComponents("network.fanz").stream()
                .map(each -> each.getBeanClassName())
                .toList();
        assertThat(records())
                .extracting(Class::getName)
                .hasSizeGreaterThan(2)
                .containsExactlyInAnyOrderElementsOf(found);
    }

    @ParameterizedTest
    @CsvSource({
        "fanz.ledger.lane, fanz.ledger.lanes",
        "fanz.ledger.lanse, fanz.ledger.lanes",
        "fanz.postgres.conections-max, fanz.postgres.connections-max",
        "FANZ_LEDGER_LANE, FANZ_LEDGER_LANES",
        "FANZ_DATA_FOLDR, FANZ_DATA_FOLDER",
        "FANZ_EVENTS_WORKER_MAX, FANZ_EVENTS_WORKERSMAX"
    })
    void refusesASettingThatDoesNotExistAndNamesTheNearest(String wrong, String right) {
        assertThatThrownBy(() -> guard(wrong))
                .isInstanceOf(WrongSettings.class)
                .hasMessage("There is no setting " + wrong + ". Did you mean " + right + "?");
    }

    @Test
    void namesNoOtherWhereNoneIsNear() {
        assertThatThrownBy(() -> guard("fanz.nobody")).hasMessage("There is no setting fanz.nobody.");
        assertThatThrownBy(() -> guard("fanz.ledgerlanes")).hasMessageStartingWith("There is no setting");
        assertThatThrownBy(() -> guard("fanz.ledger.lanes[0]")).hasMessageStartingWith("There is no setting");
    }

    @Test
    void saysWhatReplacedASettingThatIsGone() {
        String said = "fanz.limits.block-max is called fanz.limits.block-time-max now.";
        assertThatThrownBy(() -> guard("fanz.limits.block-max")).hasMessage(said);
        assertThatThrownBy(() -> guard("FANZ_LIMITS_BLOCK_MAX"))
                .hasMessage("FANZ_LIMITS_BLOCKMAX is called FANZ_LIMITS_BLOCKTIMEMAX now.");
    }

    @Test
    void whatIsGoneIsGoneAndWhatReplacedItExists() {
        RemovedSettings.INSTEAD.forEach((gone, instead) -> {
            assertThat(KNOWN.contains(gone)).as(gone).isFalse();
            assertThat(Pattern.compile("fanz\\.[a-z.-]+[a-z]").matcher(instead).results())
                    .allMatch(name -> KNOWN.get(name.group()) != null);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "fanz.postgres.connections-max, 20",
        "fanz.postgres.connectionsMax, 20",
        "FANZ_POSTGRES_CONNECTIONSMAX, 20",
        "FANZ_POSTGRES_CONNECTIONS_MAX, 20",
        "fanz.web.form-targets[0], https://pay.example",
        "FANZ_WEB_FORMTARGETS_0, https://pay.example",
        "someone.elses, 1"
    })
    void knowsASettingHoweverItIsWritten(String name, String value) {
        assertThatCode(() -> guard(name, value)).doesNotThrowAnyException();
    }

    @Test
    void saysThatTheEnvironmentsSpellingIsOfTheEnvironmentAlone() {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("arguments", Map.of("FANZ_LEDGER_LANES", "9")));
        assertThatThrownBy(() -> new SettingsGuard().postProcessEnvironment(environment, new SpringApplication()))
                .hasMessageContaining("FANZ_LEDGER_LANES is read in the environment only");
    }

    @ParameterizedTest
    @CsvSource({
        "fanz.limits.second-factor, 100000000/1s/1000000, at most one code a second",
        "fanz.limits.exempt, /, which would leave /api/v1/sessions uncounted",
        "fanz.limits.vendor-paths, /checkout, which would leave /checkout uncounted",
        "fanz.limits.sign-in-paths, /register, must name /api/v1/sessions and /sign-in",
        "fanz.limits.money-paths, '', must name /api/v1/payments and /checkout",
        "fanz.idempotency.exempt, /api, where every request needs its key",
        "fanz.currency.asset, USD, 'fanz.currency.asset is USD. An asset is written as code and scale'",
        "fanz.http.country-table, /nowhere.csv, 'fanz.http.country-table is /nowhere.csv, which is not there'"
    })
    void turnsNoSafetyOff(String name, String value, String why) {
        assertThatThrownBy(() -> guard(name, value))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining(why);
    }

    @Test
    void quotesNoSecretThatIsJoinedToANameByAWrongSign() {
        assertThatThrownBy(() -> guard("fanz.program.metrics-token:swordfish"))
                .hasMessageNotContaining("swordfish")
                .hasMessageContaining("fanz.program.metrics-token…");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:postgresql:fanz?user=x&password=swordfish | jdbc:postgresql:fanz?…",
                "jdbc:postgresql://db/fanz?password=correct horse | jdbc:postgresql://db/fanz?…",
                "https://ann:swordfish@pay.example | https://…@pay.example"
            })
    void showsNoCredentialsOfAnAddress(String address, String shown) {
        assertThat(Settings.withoutCredentials(address)).isEqualTo(shown);
    }

    @Test
    void describesEverySetting() {
        assertThat(KNOWN.all())
                .hasSizeGreaterThan(100)
                .noneMatch(setting -> setting.meaning().isBlank());
    }

    @Test
    @Tag("generated")
    void listsThemInTheDocs() {
        Map<String, @org.jspecify.annotations.Nullable Object> defaults =
                BoundSettings.of(KNOWN, Defaults.nothingSet()).values();
        Map<String, List<KnownSetting>> groups = KNOWN.all().stream()
                .collect(Collectors.groupingBy(
                        setting -> setting.name().split("\\.")[1], TreeMap::new, Collectors.toList()));
        StringBuilder text = new StringBuilder("""
                # Settings

                Made from the code; do not edit. Each can be given on the command line (`./fanz up --fanz.data.folder=/srv/fanz`), in
                the environment (`FANZ_DATA_FOLDER`), or in an `application.yaml` in the working directory. One that does not exist
                or lies outside its range stops the start and is named. FanzDash shows what a node runs with.
                """);
        groups.forEach((group, settings) -> {
            text.append("\n## fanz.").append(group);
            text.append("\n\n| setting | default | range | what it does |\n|---|---|---|---|\n");
            settings.forEach(setting -> text.append(row(setting, SettingText.of(defaults.get(setting.name())))));
        });
        GeneratedDocs.check(Path.of("docs", "settings.md"), text.toString());
    }

    private static String row(KnownSetting setting, String value) {
        return "| `%s` | %s | %s | %s |%n"
                .formatted(
                        setting.name(),
                        value.isEmpty() ? "" : "`" + value + "`",
                        setting.formAndOrder(),
                        setting.meaning().replaceAll("\\{@code ([^}]*)}", "`$1`"));
    }

    private static void guard(String name) {
        guard(name, "1");
    }

    private static void guard(String name, String value) {
        StandardEnvironment environment = new StandardEnvironment();
        String source =
                SettingNames.isVariable(name) ? StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME : "test";
        environment.getPropertySources().remove(source);
        environment.getPropertySources().addFirst(new MapPropertySource(source, Map.of(name, value)));
        new SettingsGuard().postProcessEnvironment(environment, new SpringApplication());
    }
}
