package network.fanz.web.studio;

import java.math.BigDecimal;
import java.math.RoundingMode;
import network.fanz.common.Language;

/** How pages write how large a file is: in powers of 1,024, as settings do. */
final class ByteText {
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};
    private static final int STEP = 1024;

    private ByteText() {}

    /** Such as {@code 12.3 MB}. */
    static String of(long bytes) {
        int unit = 0;
        BigDecimal size = BigDecimal.valueOf(bytes);
        while (size.compareTo(BigDecimal.valueOf(STEP)) >= 0 && unit < UNITS.length - 1) {
            size = size.divide(BigDecimal.valueOf(STEP));
            unit++;
        }
        boolean small = unit > 0 && size.compareTo(BigDecimal.valueOf(100)) < 0;
        BigDecimal shown = size.setScale(small ? 1 : 0, RoundingMode.DOWN).stripTrailingZeros();
        return Language.number(shown, Math.max(0, shown.scale())) + " " + UNITS[unit];
    }
}
