package network.fanz.platform.settings;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;

/** The values of all settings, read into their records, and what is wrong with them, a sentence each. */
final class BoundSettings {
    private final KnownSettings known;
    private final Map<String, @Nullable Object> values = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    private BoundSettings(KnownSettings known) {
        this.known = known;
    }

    static BoundSettings of(KnownSettings known, Binder binder) {
        BoundSettings bound = new BoundSettings(known);
        Set<String> wrong = new HashSet<>();
        RefusedValues refused = new RefusedValues(known, bound.faults, wrong);
        known.records().forEach((prefix, type) -> {
            Record record = binder.bindOrCreate(prefix, Bindable.of(type), refused);
            // A record that refuses its own values has said why.
            if (record != null) {
                bound.read(prefix, record);
            }
        });
        Map<String, @Nullable Object> right = new HashMap<>(bound.values);
        right.keySet().removeAll(wrong);
        bound.faults.addAll(new SettingRules(known, right).broken());
        return bound;
    }

    /** Null where a setting has no value. */
    Map<String, @Nullable Object> values() {
        return Collections.unmodifiableMap(values);
    }

    List<String> faults() {
        return Collections.unmodifiableList(faults);
    }

    private void read(String prefix, Record record) {
        for (RecordComponent part : record.getClass().getRecordComponents()) {
            String name = KnownSettings.name(prefix, part);
            Object value = SettingValues.of(record, part);
            if (known.get(name) != null) {
                values.put(name, value);
            } else if (value instanceof Record inner) {
                read(name, inner);
            }
        }
    }
}
