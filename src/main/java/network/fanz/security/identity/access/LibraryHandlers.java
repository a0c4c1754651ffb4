package network.fanz.security.identity.access;

import java.util.List;
import network.fanz.common.Access;
import org.jspecify.annotations.Nullable;

/** Handlers of libraries, which cannot carry {@link Access} themselves: the error page and the API's description, open to all. */
@Access(anyone = true)
final class LibraryHandlers {
    private static final List<String> PACKAGES =
            List.of("org.springframework.boot.webmvc.autoconfigure.error.", "org.springdoc.");

    private LibraryHandlers() {}

    static @Nullable Access access(Class<?> handler) {
        boolean open = PACKAGES.stream().anyMatch(handler.getName()::startsWith);
        return open ? LibraryHandlers.class.getAnnotation(Access.class) : null;
    }
}
