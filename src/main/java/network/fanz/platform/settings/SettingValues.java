package network.fanz.platform.settings;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the parts of records of other modules, which keep theirs to themselves. */
final class SettingValues {
    private SettingValues() {}

    static @Nullable Object of(Record record, RecordComponent part) {
        Method accessor = part.getAccessor();
        accessor.setAccessible(true);
        try {
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Object known(Record record, RecordComponent part) {
        return Objects.requireNonNull(of(record, part));
    }
}
