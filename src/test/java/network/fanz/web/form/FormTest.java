package network.fanz.web.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import network.fanz.common.Asset;
import network.fanz.common.InvalidField;
import network.fanz.common.Language;
import network.fanz.common.Money;
import network.fanz.common.NotFound;
import network.fanz.common.Problem;
import network.fanz.web.page.Shell;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A refused form, as the page shows it again. */
class FormTest {
    private static final Form SENT =
            Form.of(Map.of("amount", "5.00", "pass", "an id", "password", "a secret", "_key", "0123456789abcdef"));
    private static final Asset YEN = Asset.of("JPY/0");
    private static final Asset DINAR = Asset.of("KWD/3");

    @Test
    void saysARefusalBesideTheFieldThatThePageDraws() {
        Form again = refused(new InvalidField("amount", "Too little."));
        assertThat(again.error("amount")).isEqualTo("Too little.");
        assertThat(again.errorApartFrom("amount")).isNull();
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        FieldChecks fields = new FieldChecks();
        fields.read(() -> SENT.text("reason"));
        assertThat(fields.read(() -> SENT.text("amount")).get()).isEqualTo("5.00");
        fields.read(() -> SENT.date("pass"));
        Form again = refused(catchThrowableOfType(InvalidField.class, fields::refuseWrong));
        assertThat(again.error("reason")).isEqualTo("This must not be empty.");
        assertThat(again.error("pass")).startsWith("Write the date");
        assertThat(again.error("amount")).isNull();
        assertThat(again.errorApartFrom("reason")).startsWith("Write the date");
        assertThat(again.errorApartFrom("reason", "pass")).isNull();
        assertThat(again.startsAt("reason")).isTrue();
        assertThat(again.startsAt("pass")).isFalse();
    }

    @Test
    void saysARefusalOfAHiddenFieldAtTheFormsHead() {
        assertThat(refused(new InvalidField("pass", "Sold out.")).errorApartFrom("amount"))
                .isEqualTo("Sold out.");
        assertThat(refused(new NotFound("creator")).errorApartFrom("amount")).isNotNull();
    }

    @Test
    void saysThatAFormHasLostItsKey() {
        AtomicReference<Form> shown = new AtomicReference<>();
        Form bare = Form.of(Map.of("amount", "5.00"));
        bare.submit(() -> new ModelAndView(bare.idempotencyKey()), again -> {
            shown.set(again);
            return new ModelAndView("page");
        });
        assertThat(shown.get().errorApartFrom("amount")).contains("lost its key");
    }

    @Test
    void keepsWhatWasTypedButNoSecret() {
        Form again = refused(new InvalidField("pass", "Sold out."));
        assertThat(again.value("amount")).isEqualTo("5.00");
        assertThat(again.value("password")).isEmpty();
    }

    @Test
    void proposesOnlyWhereNothingWasTyped() {
        assertThat(SENT.withDefault("amount", "9.00").value("amount")).isEqualTo("5.00");
        assertThat(Form.empty().withDefault("amount", "9.00").value("amount")).isEqualTo("9.00");
    }

    @Test
    void readsAnAmountAsPeopleWriteIt() {
        Map.of(
                        "4.50",
                        450,
                        "4,50",
                        450,
                        "4,5",
                        450,
                        "-7",
                        -700,
                        "1,234.50",
                        123_450,
                        "1.234,50",
                        123_450,
                        "1250",
                        125_000)
                .forEach((typed, cents) -> assertThat(amount(typed, Asset.USD)).isEqualTo(Money.of(Asset.USD, cents)));
        assertThat(amount("1250", YEN)).isEqualTo(Money.of(YEN, 1250));
        assertThat(amount("1.000", DINAR)).isEqualTo(Money.of(DINAR, 1000));
    }

    @Test
    void anAmountThatCouldMeanTwoThingsIsRefusedInWords() {
        for (String typed : List.of("1,000", "1.000", "12,345", "0.500")) {
            assertThat(wrong(typed, Asset.USD)).contains("two ways", "1000.00");
        }
        assertThat(wrong("1,000", YEN)).contains("two ways", "such as 1000.");
        assertThat(wrong("1.000", YEN)).contains("two ways");
        assertThat(wrong("1,000", DINAR)).contains("two ways", "1000.000");
    }

    @Test
    void whatIsNoAmountIsRefusedWithAnExample() {
        for (String typed :
                List.of("much", "4,50,00", "1,00.50", "4.567,8.9", "4.", ",50", "1.0001", "1 000", "1,,000.00")) {
            assertThat(wrong(typed, Asset.USD)).contains("such as 125.00", "at most 2 decimals");
        }
        assertThat(wrong("12,5", YEN)).contains("whole amount");
    }

    private static Money amount(String typed, Asset asset) {
        return Form.of(Map.of("amount", typed)).money("amount", asset);
    }

    private static String wrong(String typed, Asset asset) {
        return catchThrowableOfType(InvalidField.class, () -> amount(typed, asset))
                .detail();
    }

    private static Form refused(Problem problem) {
        AtomicReference<Form> shown = new AtomicReference<>();
        SENT.submit(
                () -> {
                    throw problem;
                },
                again -> {
                    shown.set(again);
                    return new ModelAndView("page");
                });
        return shown.get();
    }

    /** A kept form is shown by the handler that would send it: whatever that did outside of submit it would do without the reader's click. */
    @Test
    void handlersOfFormsDoTheirWorkInsideSubmitOnly() {
        List<JavaMethod> handlers = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("network.fanz.web").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(PostMapping.class))
                        .filter(method -> method.getRawParameterTypes().stream()
                                .anyMatch(type -> type.isEquivalentTo(Form.class)))
                        .toList();
        assertThat(handlers).hasSizeGreaterThan(30);
        assertThat(handlers.stream().flatMap(handler -> outsideSubmit(handler, new HashSet<>())))
                .isEmpty();
    }

    /** Calls from the code to anything that is no page of ours, also by way of what is one. */
    private static Stream<String> outsideSubmit(JavaCodeUnit code, Set<JavaCodeUnit> seen) {
        if (!seen.add(code)) {
            return Stream.empty();
        }
        return code.getMethodCallsFromSelf().stream()
                .filter(call -> !call.isDeclaredInLambda() && !isHarmless(call.getTargetOwner()))
                .flatMap(call -> call.getTargetOwner().getPackageName().startsWith("network.fanz.web")
                        ? outsideSubmit(call.getTarget().resolveMember().orElseThrow(), seen)
                        : Stream.of(code.getFullName() + " calls "
                                + call.getTarget().getFullName()));
    }

    private static boolean isHarmless(JavaClass type) {
        return type.getPackageName().startsWith("java.")
                || type.isEquivalentTo(Language.class)
                || type.isEquivalentTo(Form.class)
                || type.isEquivalentTo(Shell.class);
    }
}
