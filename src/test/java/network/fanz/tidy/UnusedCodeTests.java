package network.fanz.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Code that the program does not use is read, kept and changed for nobody, however many tests it has. */
class UnusedCodeTests {
    /** Called by name, where the compiler cannot see it. */
    private static final Set<String> CALLED_BY_NAME = Set.of("main", "valueOf");

    /** Verbs of the trade that nobody needs today but who keeps books or forgets people, and a test's look at what ends by itself, or is ended by it. */
    private static final Set<String> KEPT = Set.of(
            "network.fanz.common.Period.contains",
            "network.fanz.finance.ledger.Ledger.balanceAt",
            "network.fanz.finance.ledger.Ledger.sweep",
            "network.fanz.finance.ledger.PostingOutcome.id",
            "network.fanz.platform.postgres.EmbeddedPostgres.processId",
            "network.fanz.platform.vault.Vault.forget",
            "network.fanz.security.monitoring.live.SecurityEventStreams.size");

    @Test
    void keepsNoMethodThatOnlyTestsUse() {
        List<String> unused = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("network.fanz").stream()
                        .filter(type -> !type.getPackageName().startsWith("network.fanz.web.templates"))
                        // The tools are the tests' client too.
                        .filter(type -> !type.getPackageName().startsWith("network.fanz.tools"))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(UnusedCodeTests::hasNoCaller)
                        .filter(method -> !isForSomebodyElse(method))
                        .filter(method -> !KEPT.contains(method.getOwner().getName() + "." + method.getName()))
                        .map(JavaMethod::getFullName)
                        .sorted()
                        .toList();
        assertThat(unused).isEmpty();
    }

    private static boolean hasNoCaller(JavaMethod method) {
        return method.getAccessesToSelf().isEmpty();
    }

    /** A framework finds it by its annotation, a caller by the type that it comes from, a reader of JSON by its name. */
    private static boolean isForSomebodyElse(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.SYNTHETIC)
                || CALLED_BY_NAME.contains(method.getName())
                || method.getAnnotations().stream()
                        .anyMatch(annotation ->
                                !annotation.getRawType().getSimpleName().equals("Nullable"))
                || isMadeByTheCompiler(method)
                || overrides(method.reflect());
    }

    private static boolean isMadeByTheCompiler(JavaMethod method) {
        JavaClass owner = method.getOwner();
        boolean ofEnum = owner.isEnum()
                && (method.getName().equals("values") || method.getName().equals("valueOf"));
        boolean ofRecord = owner.isRecord()
                && method.getRawParameterTypes().isEmpty()
                && owner.tryGetField(method.getName()).isPresent();
        return ofEnum || ofRecord;
    }

    private static boolean overrides(Method method) {
        return ancestors(method.getDeclaringClass())
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .anyMatch(other -> other.getName().equals(method.getName())
                        && other.getParameterCount() == method.getParameterCount());
    }

    private static Stream<Class<?>> ancestors(Class<?> type) {
        Stream<Class<?>> parents =
                Stream.concat(Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()));
        return parents.flatMap(parent -> Stream.concat(Stream.of(parent), ancestors(parent)));
    }
}
