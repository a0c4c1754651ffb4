package network.fanz.content.audience;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** @param since the first day of all; null where there is none */
record ViewSum(@Nullable LocalDate since, long views) {}
