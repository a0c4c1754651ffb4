package network.fanz.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class EffectiveSettingsTest {
    /** Texts that somebody has decided to show. A new one is a secret, or stands here. */
    private static final List<String> SHOWN = List.of(
            "fanz.age.provider",
            "fanz.compliance.provider",
            "fanz.currency.asset",
            "fanz.data.folder",
            "fanz.http.country-table",
            "fanz.http.trusted-proxies",
            "fanz.idempotency.exempt",
            "fanz.identity.public-scheme",
            "fanz.intake.message-paths",
            "fanz.intake.stream-paths",
            "fanz.intake.upload-paths",
            "fanz.limits.exempt",
            "fanz.limits.money-paths",
            "fanz.limits.plain-paths",
            "fanz.limits.sign-in-paths",
            "fanz.limits.vendor-paths",
            "fanz.limits.webhook-paths",
            "fanz.mail.from",
            "fanz.mail.smtp.host",
            "fanz.objects.folder",
            "fanz.objects.s3.bucket",
            "fanz.objects.s3.endpoint",
            "fanz.objects.s3.prefix",
            "fanz.objects.s3.region",
            "fanz.payments.descriptor",
            "fanz.payments.provider",
            "fanz.postgres.owner-name",
            "fanz.postgres.program-name",
            "fanz.postgres.url",
            "fanz.provider-agreement.folder",
            "fanz.vault.folder",
            "fanz.web.contact",
            "fanz.web.form-targets",
            "fanz.web.parent-domain",
            "fanz.web.terms");

    @Test
    void showsOnlyTextsThatAreNoSecrets() {
        List<KnownSetting> texts = KnownSettings.read().all().stream()
                .filter(setting -> setting.form() == null)
                .toList();
        assertThat(texts)
                .filteredOn(setting -> !setting.isSecret())
                .extracting(KnownSetting::name)
                .isEqualTo(SHOWN);
        assertThat(texts)
                .filteredOn(KnownSetting::isSecret)
                .extracting(KnownSetting::name)
                .containsExactly(
                        "fanz.mail.smtp.password",
                        "fanz.mail.smtp.user",
                        "fanz.objects.s3.access-key",
                        "fanz.objects.s3.secret-key",
                        "fanz.postgres.owner-password",
                        "fanz.postgres.program-password",
                        "fanz.program.metrics-token",
                        "fanz.sandbox.identity.signing-key",
                        "fanz.sandbox.payments.signing-key");
    }

    @Test
    void saysWhereASettingWasSetAndWhatItIsByDefault() {
        Setting lanes = one("fanz.ledger.lanes", "--fanz.ledger.lanes=5");
        assertThat(lanes.value()).isEqualTo("5");
        assertThat(lanes.defaultValue()).isEqualTo("3");
        assertThat(lanes.form()).isEqualTo("from 1 to 64");
        assertThat(lanes.setIn()).isEqualTo("command line");
        assertThat(lanes.changed()).isTrue();
        assertThat(lanes.group()).isEqualTo("fanz.ledger");
    }

    @Test
    void whatIsSetToItsDefaultHasNotChanged() {
        assertThat(one("fanz.ledger.lanes", "--fanz.ledger.lanes=3").changed()).isFalse();
        assertThat(one("fanz.monitoring.related-window", "--fanz.monitoring.related-window=600s")
                        .changed())
                .isFalse();
    }

    @Test
    void findsWhatStandsInTheEnvironment() {
        StandardEnvironment environment = environment();
        environment
                .getPropertySources()
                .replace(
                        "systemEnvironment",
                        new SystemEnvironmentPropertySource(
                                "systemEnvironment",
                                Map.of("FANZ_LEDGER_QUEUE_MAX", "7", "FANZ_WEB_FORMTARGETS_0", "https://pay.example")));
        List<Setting> changed = Settings.of(environment).changed();
        assertThat(changed).extracting(Setting::value).containsExactly("7", "https://pay.example");
        assertThat(changed).extracting(Setting::setIn).containsOnly("environment");
    }

    @Test
    void hidesSecretsAndWhatStandsInAddresses() {
        StandardEnvironment environment = environment("--fanz.program.metrics-token=swordfish");
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "test",
                        Map.of("fanz.postgres.url", "jdbc:postgresql://me:swordfish@db/fanz?password=swordfish")));
        Settings settings = Settings.of(environment);
        assertThat(settings.all().toString()).doesNotContain("swordfish");
        assertThat(new SettingsLog(settings).text())
                .contains("fanz.program.metrics-token=set, not shown (command line)", "//…@db/fanz?…")
                .doesNotContain("swordfish");
    }

    @Test
    void saysOnceThatNothingIsChanged() {
        assertThat(new SettingsLog(Settings.of(environment())).text())
                .matches("Settings: all \\d+ are at their defaults\\.");
    }

    private static Setting one(String name, String... arguments) {
        return Settings.of(environment(arguments)).all().stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static StandardEnvironment environment(String... arguments) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        return environment;
    }
}
