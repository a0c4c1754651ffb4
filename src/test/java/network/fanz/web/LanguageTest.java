package network.fanz.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.InvalidField;
import network.fanz.common.Language;
import network.fanz.common.Money;
import network.fanz.security.identity.Identity;
import network.fanz.testing.Letters;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import network.fanz.web.form.Form;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Readers read in their language: the one that they chose, else the first of their browser's that is spoken here. */
@Tag("database")
class LanguageTest {
    private final RunningFanz program = RunningFanz.shared();

    private ProgramClient asking(String languages) {
        return program.client().withHeader("Accept-Language", languages).withHeader("Accept", "text/html");
    }

    @Test
    void thePageIsInTheFirstLanguageOfTheBrowserThatIsSpokenHere() {
        assertThat(asking("de-AT, en;q=0.8").get("auth", "/sign-in").body())
                .contains("<html lang=\"de\"", "Passwort vergessen?")
                .doesNotContain("Forgot your password?");
        assertThat(asking("fr, en;q=0.5, de;q=0.8").get("auth", "/sign-in").body())
                .contains("<html lang=\"de\"");
        assertThat(asking("fr").get("auth", "/sign-in").body()).contains("<html lang=\"en\"", "Forgot your password?");
        assertThat(asking("de;q=0").get("auth", "/sign-in").body()).contains("<html lang=\"en\"");
        assertThat(asking("*, ;q=,,").get("auth", "/sign-in").body()).contains("<html lang=\"en\"");
    }

    @Test
    void whatWasChosenCountsBeforeTheBrowsersLanguage() {
        ProgramClient browser = asking("en");
        HttpAnswer chosen = browser.get("auth", "/language/de?back=/help");
        assertThat(chosen.path()).isEqualTo("/help");
        assertThat(chosen.body()).contains("<html lang=\"de\"");
        assertThat(asking("de").get("auth", "/language/tlh?back=/help").status())
                .isEqualTo(404);
    }

    /** Pages write amounts with the sign of their language, so it is what tells decimals from thousands. */
    @Test
    void threeDecimalsAreReadWithTheSignOfTheReadersLanguage() {
        Asset dinar = Asset.of("KWD/3");
        assertThat(Language.in(Language.ENGLISH, () -> amount("1.250", dinar))).isEqualTo(Money.of(dinar, 1250));
        assertThat(Language.in(Language.GERMAN, () -> amount("1,250", dinar))).isEqualTo(Money.of(dinar, 1250));
        assertThatExceptionOfType(InvalidField.class)
                .isThrownBy(() -> Language.in(Language.GERMAN, () -> amount("1.250", dinar)));
        assertThat(Language.in(
                        Language.GERMAN, () -> amount(Money.of(dinar, 5000).typed(), dinar)))
                .isEqualTo(Money.of(dinar, 5000));
    }

    private static Money amount(String typed, Asset asset) {
        return Form.of(Map.of("amount", typed)).money("amount", asset);
    }

    @Test
    void aRefusalIsInTheReadersLanguageAndItsTypeInNone() {
        HttpAnswer refused = program.client()
                .withHeader("Accept-Language", "de")
                .api("GET", "/api/v1/accounts/" + java.util.UUID.randomUUID());
        assertThat(refused.text("type")).isEqualTo("/problems/sign-in-needed");
        assertThat(refused.text("title")).isEqualTo("Melde dich zuerst an");
        assertThat(asking("de").get("tube", "/nowhere").body()).contains("<html lang=\"de\"", "nicht gefunden");
    }

    @Test
    void aFormThatIsRefusedSaysWhyInTheReadersLanguage() {
        ProgramClient browser = asking("de");
        HttpAnswer page = browser.get("auth", "/register");
        HttpAnswer refused = browser.submitForm(page, "/register", Map.of("email", "nobody", "password", "short"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("15 bis 128 Zeichen").doesNotContain("A password has");
    }

    @Test
    void lettersComeInTheLanguageInWhichTheAccountWasMadeUntilItsOwnerChangesIt() {
        SignedInUser fan = program.users().fan("Nora", program.client().withHeader("Accept-Language", "de"));
        Letters letters = new Letters(program, fan.email());
        assertThat(letters.titled("E‑Mail-Adresse bestätigen").text()).contains("/verify-email?token=");
        Identity identity = program.bean(Identity.class);
        assertThat(identity.languageOf(AccountId.of(fan.id()))).isEqualTo(Language.GERMAN);
        ProgramClient browser = asking("de");
        browser.submitForm(
                        browser.get("auth", "/sign-in"),
                        "/sign-in",
                        Map.of("email", fan.email(), "password", fan.password()))
                .expect(200);
        HttpAnswer account = browser.get("auth", "/account");
        assertThat(browser.submitForm(account, "/account/language", Map.of("language", "tlh"))
                        .status())
                .isEqualTo(422);
        browser.submitForm(account, "/account/language", Map.of("language", "en"))
                .expect(200);
        assertThat(identity.languageOf(AccountId.of(fan.id()))).isEqualTo(Language.ENGLISH);
    }
}
