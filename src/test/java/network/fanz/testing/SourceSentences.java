package network.fanz.testing;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What the program's sources say in words: the texts that are given to a call, read from the source by its compiler. What is only known
 * at run time is {@code …}, and what depends on a condition is {@code [one | other]}.
 */
public final class SourceSentences {
    private static final String UNKNOWN = "…";
    /** What says its first argument in the reader's language, with values in its places. */
    private static final Set<String> SAID = Set.of("say", "Language.say", "Sentence.of");

    private final List<? extends CompilationUnitTree> units;

    /** @param what the method or constructor that is called, such as {@code PageNotice.ok} or {@code new Forbidden} */
    public record Said(String in, String what, List<String> texts) {}

    private SourceSentences(List<? extends CompilationUnitTree> units) {
        this.units = units;
    }

    public static SourceSentences below(Path folder) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> files = Files.walk(folder);
                StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            Collection<Path> sources = files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(sources));
            return new SourceSentences(
                    StreamSupport.stream(task.parse().spliterator(), false).toList());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Every call, in the order of the sources. */
    public List<Said> calls() {
        List<Said> all = new ArrayList<>();
        units.forEach(unit -> unit.accept(new Calls(constants(unit), all), null));
        return all;
    }

    /** What is given to be said in the reader's language, as far as the source knows it: each of the texts that a condition chooses from. */
    public Set<String> said() {
        Set<String> all = new TreeSet<>();
        units.forEach(unit -> unit.accept(
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
                        if (SAID.contains(call.getMethodSelect().toString())) {
                            all.addAll(alternatives(call.getArguments().getFirst(), constants(unit)));
                        }
                        return super.visitMethodInvocation(call, nothing);
                    }
                },
                null));
        return all;
    }

    /** Empty where the source does not know. */
    private static List<String> alternatives(Tree expression, Map<String, String> constants) {
        return switch (expression) {
            case LiteralTree literal when literal.getValue() instanceof String words -> List.of(words);
            case ParenthesizedTree inner -> alternatives(inner.getExpression(), constants);
            case BinaryTree sum ->
                alternatives(sum.getLeftOperand(), constants).stream()
                        .flatMap(left -> alternatives(sum.getRightOperand(), constants).stream()
                                .map(left::concat))
                        .toList();
            case ConditionalExpressionTree either ->
                Stream.concat(
                                alternatives(either.getTrueExpression(), constants).stream(),
                                alternatives(either.getFalseExpression(), constants).stream())
                        .toList();
            case IdentifierTree name
            when constants.containsKey(name.getName().toString()) ->
                List.of(constants.get(name.getName().toString()));
            default -> List.of();
        };
    }

    /** What an annotation of this name says of each class, by the class. */
    public Map<String, Map<String, String>> annotated(String annotation) {
        Map<String, Map<String, String>> found = new HashMap<>();
        units.forEach(unit -> unit.accept(
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitClass(ClassTree type, Void nothing) {
                        type.getModifiers().getAnnotations().stream()
                                .filter(one ->
                                        one.getAnnotationType().toString().equals(annotation))
                                .forEach(one -> found.put(type.getSimpleName().toString(), values(one)));
                        return super.visitClass(type, nothing);
                    }
                },
                null));
        return found;
    }

    private static Map<String, String> values(AnnotationTree annotation) {
        return annotation.getArguments().stream()
                .filter(AssignmentTree.class::isInstance)
                .map(AssignmentTree.class::cast)
                .collect(Collectors.toMap(
                        one -> one.getVariable().toString(), one -> text(one.getExpression(), Map.of())));
    }

    /** The texts of a source's constants. */
    private static Map<String, String> constants(CompilationUnitTree unit) {
        Map<String, String> constants = new HashMap<>();
        unit.accept(
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitVariable(VariableTree variable, Void nothing) {
                        String name = variable.getName().toString();
                        if (variable.getInitializer() != null && name.equals(name.toUpperCase(Locale.ROOT))) {
                            constants.put(name, text(variable.getInitializer(), constants));
                        }
                        return super.visitVariable(variable, nothing);
                    }
                },
                null);
        return constants;
    }

    private static final class Calls extends TreeScanner<Void, Void> {
        private final Map<String, String> constants;
        private final List<Said> all;
        private String in = "";

        Calls(Map<String, String> constants, List<Said> all) {
            this.constants = constants;
            this.all = all;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            String outer = in;
            if (outer.isEmpty()) {
                in = type.getSimpleName().toString();
            }
            super.visitClass(type, nothing);
            in = outer;
            return null;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            String[] name = call.getMethodSelect().toString().split("\\.");
            int from = Math.max(0, name.length - 2);
            add(String.join(".", Arrays.copyOfRange(name, from, name.length)), call.getArguments());
            return super.visitMethodInvocation(call, nothing);
        }

        @Override
        public Void visitNewClass(NewClassTree made, Void nothing) {
            add("new " + made.getIdentifier(), made.getArguments());
            return super.visitNewClass(made, nothing);
        }

        private void add(String what, List<? extends ExpressionTree> arguments) {
            all.add(new Said(
                    in,
                    what,
                    arguments.stream().map(one -> text(one, constants)).toList()));
        }
    }

    private static String text(Tree expression, Map<String, String> constants) {
        return switch (expression) {
            case LiteralTree literal when literal.getValue() instanceof String words -> words;
            case LiteralTree literal -> String.valueOf(literal.getValue());
            case ParenthesizedTree inner -> text(inner.getExpression(), constants);
            case BinaryTree sum
            when sum.getKind() == Tree.Kind.PLUS ->
                text(sum.getLeftOperand(), constants) + text(sum.getRightOperand(), constants);
            case ConditionalExpressionTree either ->
                "[" + text(either.getTrueExpression(), constants) + " | " + text(either.getFalseExpression(), constants)
                        + "]";
            case IdentifierTree name -> constants.getOrDefault(name.getName().toString(), UNKNOWN);
            case MethodInvocationTree call
            when SAID.contains(call.getMethodSelect().toString()) ->
                text(call.getArguments().getFirst(), constants).replaceAll("\\{[0-9]}", UNKNOWN);
            case MethodInvocationTree call
            when call.getMethodSelect() instanceof MemberSelectTree member
                    && member.getIdentifier().contentEquals("formatted") ->
                text(member.getExpression(), constants).replaceAll("%[0-9.,]*[a-z]", UNKNOWN);
            default -> UNKNOWN;
        };
    }
}
