package network.fanz.tidy;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * One Java file as the compiler's parser sees it.
 *
 * @param methods lines of each method's body, from brace to brace
 * @param types lines of each class, record, interface or enum
 */
record Source(Path path, String text, List<Span> methods, List<Span> types) {
    /**
     * A named stretch of lines.
     *
     * @param parameters those that a method writes; 0 for a type
     */
    record Span(String name, int lines, int parameters) {}

    static List<Source> below(Path root) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> walked = Files.walk(root)) {
            List<Path> paths = walked.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.endsWith("package-info.java"))
                    .sorted()
                    .toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(paths));
            Trees trees = Trees.instance(task);
            List<Source> sources = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                sources.add(read(unit, trees.getSourcePositions()));
            }
            return sources;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    int lines() {
        return (int) text.lines().count();
    }

    String name() {
        return path.getFileName().toString();
    }

    private static Source read(CompilationUnitTree unit, SourcePositions positions) throws IOException {
        List<Span> methods = new ArrayList<>();
        List<Span> types = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void nothing) {
                if (method.getBody() != null && positions.getStartPosition(unit, method.getBody()) >= 0) {
                    methods.add(new Span(
                            method.getName().toString(),
                            lines(unit, positions, method.getBody()),
                            declaresParameters(unit, positions, method)
                                    ? method.getParameters().size()
                                    : 0));
                }
                return super.visitMethod(method, nothing);
            }

            @Override
            public Void visitClass(ClassTree type, Void nothing) {
                types.add(new Span(type.getSimpleName().toString(), lines(unit, positions, type), 0));
                return super.visitClass(type, nothing);
            }
        }.scan(unit, null);
        Path path = Path.of(unit.getSourceFile().toUri());
        return new Source(path, Files.readString(path), methods, types);
    }

    /** A record's compact constructor has parameters, but writes none: they are the record's components. */
    private static boolean declaresParameters(CompilationUnitTree unit, SourcePositions positions, MethodTree method) {
        try {
            String text = unit.getSourceFile().getCharContent(true).toString();
            int from = (int) positions.getStartPosition(unit, method);
            int to = (int) positions.getStartPosition(unit, method.getBody());
            return text.substring(from, to).contains("(");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int lines(CompilationUnitTree unit, SourcePositions positions, Tree tree) {
        LineMap map = unit.getLineMap();
        return (int) (map.getLineNumber(positions.getEndPosition(unit, tree))
                - map.getLineNumber(positions.getStartPosition(unit, tree))
                + 1);
    }
}
