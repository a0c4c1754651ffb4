package network.fanz.web.problems;

import java.util.Comparator;
import java.util.List;
import network.fanz.common.ProblemType;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** All causes that the program knows, found where they are declared. */
final class ProblemTypes {
    private static final List<ProblemType> ALL = find();

    private ProblemTypes() {}

    /** Sorted by status, then by name. */
    static List<ProblemType> all() {
        return ALL;
    }

    private static List<ProblemType> find() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ProblemType.class));
        return scanner.findCandidateComponents("network.fanz").stream()
                .map(found -> type(String.valueOf(found.getBeanClassName())))
                .sorted(Comparator.comparingInt(ProblemType::status).thenComparing(ProblemType::value))
                .toList();
    }

    private static ProblemType type(String name) {
        try {
            return Class.forName(name, false, ProblemTypes.class.getClassLoader())
                    .getAnnotation(ProblemType.class);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
