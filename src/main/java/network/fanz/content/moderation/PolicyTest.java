package network.fanz.content.moderation;

import java.util.List;

/**
 * What a version of the policy says of what people have decided, beside what the one in force says; and of what waits now.
 *
 * @param live the version beside which it was tried
 * @param decisions how many decisions it was asked about, the latest
 * @param waiting how much that waits it was asked about, at most as much as it looks at
 */
public record PolicyTest(int live, int decisions, int waiting, List<PolicyTestLine> lines) {
    public PolicyTest {
        lines = List.copyOf(lines);
    }

    /**
     * How much of it each policy would put at a severity.
     *
     * @param approved of what was approved, under the version that is tried
     * @param rejected of what was rejected
     * @param waiting of what waits
     * @param approvedNow the same under the version in force
     */
    public record PolicyTestLine(
            ReviewSeverity severity,
            int approved,
            int rejected,
            int waiting,
            int approvedNow,
            int rejectedNow,
            int waitingNow) {}
}
