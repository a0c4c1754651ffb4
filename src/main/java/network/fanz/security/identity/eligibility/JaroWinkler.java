package network.fanz.security.identity.eligibility;

/** The similarity of two words, from 0 to 1 (M. Jaro 1989, W. Winkler 1990). */
final class JaroWinkler {
    private static final double PREFIX_WEIGHT = 0.1;
    private static final int PREFIX_MAX = 4;

    private JaroWinkler() {}

    static double similarity(String one, String other) {
        double jaro = jaro(one, other);
        return jaro + commonPrefix(one, other) * PREFIX_WEIGHT * (1 - jaro);
    }

    private static double jaro(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        boolean[] usedInOne = new boolean[one.length()];
        boolean[] usedInOther = new boolean[other.length()];
        int matches = match(one, other, usedInOne, usedInOther);
        if (matches == 0) {
            return 0;
        }
        double m = matches;
        double swapped = outOfOrder(one, other, usedInOne, usedInOther) / 2.0;
        return (m / one.length() + m / other.length() + (m - swapped) / m) / 3;
    }

    /** Marks the letters that both words have within half a word's length of each other. */
    private static int match(String one, String other, boolean[] usedInOne, boolean[] usedInOther) {
        int reach = Math.max(0, Math.max(one.length(), other.length()) / 2 - 1);
        int matches = 0;
        for (int i = 0; i < one.length(); i++) {
            int end = Math.min(other.length(), i + reach + 1);
            for (int j = Math.max(0, i - reach); j < end && !usedInOne[i]; j++) {
                if (!usedInOther[j] && one.charAt(i) == other.charAt(j)) {
                    usedInOne[i] = true;
                    usedInOther[j] = true;
                    matches++;
                }
            }
        }
        return matches;
    }

    private static int outOfOrder(String one, String other, boolean[] usedInOne, boolean[] usedInOther) {
        int count = 0;
        int j = 0;
        for (int i = 0; i < one.length(); i++) {
            if (usedInOne[i]) {
                while (!usedInOther[j]) {
                    j++;
                }
                if (one.charAt(i) != other.charAt(j++)) {
                    count++;
                }
            }
        }
        return count;
    }

    private static int commonPrefix(String one, String other) {
        int end = Math.min(PREFIX_MAX, Math.min(one.length(), other.length()));
        int length = 0;
        while (length < end && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }
}
