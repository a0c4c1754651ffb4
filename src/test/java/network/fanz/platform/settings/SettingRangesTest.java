package network.fanz.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.util.unit.DataSize;

/** Every number, size and duration of every record of settings, tried with what could hurt. */
class SettingRangesTest {
    private static final KnownSettings KNOWN = KnownSettings.read();

    private static final BoundSettings DEFAULTS = BoundSettings.of(KNOWN, Defaults.nothingSet());

    /** What has a form of its own, or none. Whatever is not named here is a number, a size or a duration, and needs a range. */
    private static final Set<Class<?>> TEXTS = Set.of(String.class, List.class, Path.class, boolean.class);

    private static final List<String> NUMBERS =
            List.of("0", "-1", "1.5", "999999999999999999", "99999999999999999999999999999999");
    private static final List<String> DURATIONS =
            List.of("0", "-1", "-1s", "1ns", "999999999999999999", "999999999999d", "99999999999999999999d");
    private static final List<String> SIZES = List.of("0", "-1", "-1MB", "999999999999999999", "999999999999TB");
    private static final List<String> PARTS = List.of(
            "0", "-1", "0/0s/0", "-1/-1s/-1", "1/1ms/1", "1/1s/0", "999999999/1s/1", "1/2d/1", "1/1s/999999999");

    static Stream<KnownSetting> measures() {
        return KNOWN.all().stream()
                .filter(setting -> !TEXTS.contains(setting.place().getType()))
                .filter(setting -> !setting.place().getType().isEnum());
    }

    @ParameterizedTest
    @MethodSource("measures")
    void everyNumberSizeAndDurationHasARangeWithItsDefaultInside(KnownSetting setting) {
        assertThat(setting.range()).as(setting.name()).isNotNull();
        Object value = DEFAULTS.values().get(setting.name());
        assertThat(value == null || setting.range().holds(value))
                .as(setting.name())
                .isTrue();
    }

    /** All at once, so that it is done in a moment. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    void whatCouldHurtLiesInTheRangeOrIsRefusedInASentence(int round) {
        Map<String, String> hurtful = set(setting -> {
            List<String> values = absurd(setting.place().getType());
            return values.get(round % values.size());
        });
        List<String> faults = faults(hurtful);
        measures().forEach(setting -> {
            String value = hurtful.get(setting.name());
            boolean refused = faults.stream()
                    .anyMatch(fault -> fault.startsWith(setting.name() + " is ")
                            && fault.contains(", but must be " + setting.form() + "."));
            assertThat(refused || setting.range().holds(read(setting, value)))
                    .as("%s=%s", setting.name(), value)
                    .isTrue();
        });
        assertThat(faults)
                .isNotEmpty()
                .noneMatch(fault -> fault.startsWith("The setting") || fault.contains("Exception"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theEndsOfARangeAreInside(int end) {
        assertThat(faults(set(
                        setting -> setting.form().replace(", part by part", "").split("from | to ")[end])))
                .noneMatch(fault -> fault.contains("must be from") || fault.startsWith("The setting"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fanz.ledger.lanes | 0 | fanz.ledger.lanes is 0, but must be from 1 to 64.",
                "fanz.ledger.lanes | many | fanz.ledger.lanes is many, but must be from 1 to 64.",
                "fanz.jobs.poll | 0 | fanz.jobs.poll is 0s, but must be from 10ms to 5s.",
                "fanz.idempotency.request-max | 2GB | fanz.idempotency.request-max is 2GB, but must be from 16KB to 16MB.",
                "fanz.mail.smtp.port | 0 | fanz.mail.smtp.port is 0, but must be from 1 to 65535.",
                "fanz.mail.provider | pigeon | fanz.mail.provider is pigeon, but must be smtp or mailbox.",
                "fanz.sample.make | perhaps | fanz.sample.make is perhaps, but must be true or false.",
                "fanz.web.parent-domain | Nowhere | fanz.web.parent-domain is a domain name in small letters: Nowhere.",
                "fanz.payments.retry-delay-max | 1s | fanz.payments.retry-delay-max is 1s, but must not be below fanz.payments.retry-delay, which is 5s.",
                "fanz.limits.global | 1/1d/1 | fanz.limits.global is 1/86400s/1, but must be from 600/1s/100 to 100000000/60s/1000000, part by part.",
                "fanz.limits.user | 1/1d/1000000 | fanz.limits.user is 1/1d/1000000, but must be from 60/1s/20 to 100000000/60s/1000000, part by part. A burst that is used up is there again within 30 days.",
                "fanz.postgres.connections-max | 95 | fanz.postgres.connections-max is 95, but must be at most 90 with the program's own PostgreSQL.",
                "fanz.postgres.connections-max | 10 | fanz.postgres.connections-max is 10, but must be at least 11: fanz.events.workers-max takes 4, fanz.ledger.lanes takes 3, and 4 are for everything else.",
            })
    void saysWhatIsWrong(String name, String value, String said) {
        assertThat(faults(Map.of(name, value))).containsExactly(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fanz.postgres.url | localhost/fanz | fanz.postgres.url must be embedded, or the JDBC address",
                "fanz.identity.hashes-at-once | 64 | fanz.identity.hashes-at-once is 64, but must be at most",
            })
    void saysWhatIsWrongWhereMoreThanARangeCounts(String name, String value, String said) {
        assertThat(faults(Map.of(name, value)))
                .singleElement()
                .satisfies(fault -> assertThat(fault).startsWith(said));
    }

    @Test
    void oneFaultDoesNotHideWhatDoesNotFitElsewhere() {
        assertThat(faults(Map.of(
                        "fanz.jobs.poll", "soon",
                        "fanz.payments.retry-delay-max", "1s",
                        "fanz.postgres.connections-max", "10")))
                .hasSize(3);
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        assertThat(faults(Map.of("fanz.ledger.lanes", "0", "fanz.jobs.poll", "soon", "fanz.events.workers-max", "0")))
                .hasSize(3);
    }

    @Test
    void valuesAreWrittenAsInAFile() {
        assertThat(SettingText.of(Duration.ofMinutes(60))).isEqualTo("1h");
        assertThat(SettingText.of(Duration.ofHours(25))).isEqualTo("25h");
        assertThat(SettingText.of(Duration.ofMillis(1500))).isEqualTo("1500ms");
        assertThat(SettingText.of(Duration.ZERO)).isEqualTo("0s");
        assertThat(SettingText.of(DataSize.ofMegabytes(1))).isEqualTo("1MB");
        assertThat(SettingText.of(DataSize.ofBytes(1025))).isEqualTo("1025B");
        assertThat(SettingText.of(List.of("a", "b"))).isEqualTo("a, b");
    }

    private static Map<String, String> set(Function<KnownSetting, String> value) {
        return measures().collect(Collectors.toMap(KnownSetting::name, value));
    }

    private static List<String> absurd(Class<?> type) {
        return type == Duration.class ? DURATIONS : type == DataSize.class ? SIZES : type.isRecord() ? PARTS : NUMBERS;
    }

    private static Object read(KnownSetting setting, String value) {
        return ApplicationConversionService.getSharedInstance()
                .convert(value, setting.place().getType());
    }

    private static List<String> faults(Map<String, String> settings) {
        return BoundSettings.of(KNOWN, new Binder(new MapConfigurationPropertySource(settings)))
                .faults();
    }
}
